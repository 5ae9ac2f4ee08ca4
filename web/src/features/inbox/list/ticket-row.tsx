import { memo, useRef, useState } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Avatar } from '../../../ui/avatar.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { ClockChip, WindowChip } from '../badges/clock-chip.js';
import { kindOf, networkName } from '../names.js';
import { ownFile } from '../own-file.js';
import { useOwnWords } from '../own-words.js';
import css from './ticket-row.module.css';
import { whyGone } from './why-gone.js';

export interface RowActs {
  open: (id: string) => void;
  near: (id: string) => void;
  check: (id: string) => void;
  take: (row: TicketRow) => void;
  close: (row: TicketRow) => void;
}

interface TicketRowProps {
  row: TicketRow;
  gone: boolean;
  index: number;
  me: string;
  open: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  checked: boolean;
  compact: boolean;
  acts: RowActs;
}

/** An attribute that is there or not. */
function flag(on: boolean): true | undefined {
  return on || undefined;
}

/** One ticket of the list. */
export const TicketLine = memo(function TicketLine(props: TicketRowProps) {
  const { row, gone, index, open, reachable, checked, compact, acts } = props;
  // Drawn only where they can be used: of a thousand rows that pass by, a few are pointed at.
  const [near, setNear] = useState(false);
  const come = () => {
    setNear(true);
    acts.near(row.id);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={open}
      tabIndex={reachable ? 0 : -1}
      className={css.row}
      data-ticket={row.id}
      data-open={flag(open)}
      data-gone={flag(gone)}
      data-checked={flag(checked)}
      data-unread={flag(row.unanswered > 0)}
      data-compact={flag(compact)}
      data-lane={row.lane}
      onClick={() => {
        if (!gone) acts.open(row.id);
      }}
      onPointerEnter={come}
      onPointerLeave={() => {
        setNear(false);
      }}
      onFocus={come}
    >
      <Face {...props} />
      {compact ? <CompactWords {...props} /> : <RoomyWords {...props} />}
      {!gone && (near || reachable) && <QuickActs {...props} />}
    </div>
  );
});

function Face({ row, checked, compact, acts }: TicketRowProps) {
  const words = useWords();
  const box = useRef<HTMLInputElement>(null);
  return (
    <div
      role="gridcell"
      className={css.face}
      onClick={(event) => {
        event.stopPropagation();
        if (event.target !== box.current) acts.check(row.id);
      }}
    >
      <span className={css.avatar}>
        <Avatar
          name={row.person.name}
          imageUrl={ownFile(row.person.avatarUrl)}
          network={row.account.network}
          size={compact ? 28 : 36}
        />
      </span>
      <input
        ref={box}
        type="checkbox"
        tabIndex={-1}
        className={css.box}
        checked={checked}
        aria-label={words.t('row.select', { name: row.person.name, number: row.number })}
        onChange={() => {
          acts.check(row.id);
        }}
      />
    </div>
  );
}

function RoomyWords(props: TicketRowProps) {
  return (
    <div role="gridcell" className={css.words}>
      <div className={css.line}>
        <Name row={props.row} />
        <Chips row={props.row} />
      </div>
      <div className={css.line}>
        <Preview {...props} />
        <Unanswered row={props.row} />
      </div>
      <div className={css.line}>
        <Facts row={props.row} />
        <Drafters row={props.row} me={props.me} />
        <Owner row={props.row} me={props.me} />
      </div>
    </div>
  );
}

function CompactWords(props: TicketRowProps) {
  return (
    <div role="gridcell" className={css.words}>
      <div className={css.line}>
        <Name row={props.row} />
        <Chips row={props.row} />
      </div>
      <div className={css.line}>
        <Preview {...props} />
        <Unanswered row={props.row} />
        <Drafters row={props.row} me={props.me} />
        <Owner row={props.row} me={props.me} />
      </div>
    </div>
  );
}

function Name({ row }: { row: TicketRow }) {
  const words = useWords();
  return (
    <span className={css.name}>
      {row.unanswered > 0 && <span className={css.dot} />}
      <span className={css.cut}>{row.person.name}</span>
      {row.person.vip && (
        <span className={css.vip} title={words.t('person.vip')}>
          <Icon name="star" size={13} solid />
          <span className="unseen">{words.t('person.vip')}</span>
        </span>
      )}
    </span>
  );
}

function Chips({ row }: { row: TicketRow }) {
  return (
    <span className={css.chips}>
      {row.approval && <ApprovalMark mark={row.approval} />}
      <ClockChip row={row} />
      <WindowChip row={row} />
    </span>
  );
}

/** A reply of ours waits for somebody to read it, or came back. */
function ApprovalMark({ mark }: { mark: NonNullable<TicketRow['approval']> }) {
  const words = useWords();
  const told = words.t(`row.waits.${mark}`);
  return (
    <span className={css.approval} data-mark={mark} title={told}>
      <Icon name="eye" size={14} />
      <span className="unseen">{told}</span>
    </span>
  );
}

function Preview({ row, gone, me }: TicketRowProps) {
  const words = useWords();
  const draft = useOwnWords(row.id);
  if (gone) return <span className={css.why}>{whyGone(words, row, me)}</span>;
  if (draft !== '') {
    return (
      <span className={css.cut}>
        <em className={css.draft}>{words.t('row.draft')}</em> {draft}
      </span>
    );
  }
  return <span className={css.cut}>{row.preview === '' ? words.t('row.no-text') : row.preview}</span>;
}

function Unanswered({ row }: { row: TicketRow }) {
  const words = useWords();
  if (row.troubledSends > 0) {
    return (
      <span className={css.trouble} title={words.t('row.failed')}>
        <Icon name="broken" size={14} />
        <span className="unseen">{words.t('row.failed')}</span>
      </span>
    );
  }
  if (row.unanswered < 2) return null;
  return (
    <span className={css.unanswered} title={words.t('row.unanswered', { count: row.unanswered })}>
      <span className="unseen">{words.t('row.unanswered', { count: row.unanswered })}</span>
      <span aria-hidden="true">{row.unanswered > 9 ? '9+' : row.unanswered}</span>
    </span>
  );
}

function Facts({ row }: { row: TicketRow }) {
  const words = useWords();
  const kind = kindOf(row.messageKind);
  const facts = [
    row.topic === null ? null : words.topic(row.topic),
    row.language === null || row.language === words.locale ? null : row.language.slice(0, 2).toUpperCase(),
    row.priority === 1 ? words.t('urgency.high') : null,
  ].filter((fact) => fact !== null);
  return (
    <span className={css.facts}>
      <Icon name={row.space === 'private' ? 'lock' : kind.icon} size={13} />
      <span className={css.cut}>
        <span className="unseen">
          {networkName(row.account.network)}, {words.t(`space.${row.space}`)},{' '}
        </span>
        {[words.t(kind.key), ...facts].join(' · ')}
      </span>
    </span>
  );
}

/** A colleague has begun an answer. */
function Drafters({ row, me }: { row: TicketRow; me: string }) {
  const words = useWords();
  const others = row.drafters.filter(({ id }) => id !== me).map(({ name }) => name);
  if (others.length === 0) return null;
  const text = words.t('row.drafters', { names: words.list(others) });
  return (
    <span className={css.drafters} title={text}>
      <Icon name="pencil" size={12} />
      <span className="unseen">{text}</span>
      <span aria-hidden="true">{others[0]?.split(' ')[0]}</span>
    </span>
  );
}

function Owner({ row, me }: { row: TicketRow; me: string }) {
  const words = useWords();
  if (!row.owner) return null;
  const mine = row.owner.id === me;
  return (
    <span className={css.owner} data-mine={flag(mine)}>
      <span className="unseen">{words.t('row.owner')} </span>
      {mine ? words.t('row.me') : row.owner.name.split(' ')[0]}
    </span>
  );
}

/** There for the pointer and for the keyboard alike: they show on hover and on focus. */
function QuickActs({ row, me, reachable, acts }: TicketRowProps) {
  const words = useWords();
  const tabIndex = reachable ? 0 : -1;
  if (row.state === 'closed') return null;
  return (
    <div
      role="gridcell"
      className={css.acts}
      onClick={(event) => {
        event.stopPropagation();
      }}
    >
      {row.owner?.id !== me && (
        <IconButton
          icon="hand"
          label={words.t('act.take')}
          tabIndex={tabIndex}
          onClick={() => {
            acts.take(row);
          }}
        />
      )}
      <IconButton
        icon="tick"
        label={words.t('act.close')}
        tabIndex={tabIndex}
        onClick={() => {
          acts.close(row);
        }}
      />
    </div>
  );
}
