import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Conversation, ReplyWay } from '../../../../../src/contract/index.js';
import { refusedOf } from '../../../api/api-error.js';
import { refusalText } from '../../../i18n/refusal-words.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import type { IconName } from '../../../ui/icon-paths.js';
import { useNowFor } from '../badges/use-row-now.js';
import { networkName } from '../names.js';
import type { PersonalKind } from './personal-data.js';
import css from './warnings.module.css';

interface LineProps {
  tone: 'late' | 'soon' | 'window' | 'private' | 'plain';
  icon: IconName;
  children: ReactNode;
  acts?: ReactNode;
  alert?: boolean;
}

function Line({ tone, icon, children, acts, alert = false }: LineProps) {
  return (
    <div className={css.line} data-tone={tone} role={alert ? 'alert' : undefined}>
      <Icon name={icon} size={16} />
      <div className={css.words}>{children}</div>
      {acts && <div className={css.acts}>{acts}</div>}
    </div>
  );
}

function Act({ label, onClick, main = false }: { label: string; onClick: () => void; main?: boolean }) {
  return (
    <Button size="compact-sm" variant={main ? 'filled' : 'default'} onClick={onClick}>
      {label}
    </Button>
  );
}

/** This way is shut: why, and what can be done instead. The text stays. */
export function ShutLine({ way, other, onOther }: { way: ReplyWay; other: string | null; onOther: () => void }) {
  const words = useWords();
  return (
    <Line tone="late" icon="hourglass-shut" acts={other !== null && <Act label={other} onClick={onOther} />}>
      {words.t(`shut.${way.shut ?? 'no-account'}`, { network: networkName(way.network), account: way.accountName })}
    </Line>
  );
}

const pressing = 6 * 3_600_000;

export function windowPresses(closesAt: string, now: number): boolean {
  return Date.parse(closesAt) - now <= pressing;
}

/** Until when the network lets us answer: said quietly, louder when it presses. */
export function WindowLine({ way }: { way: ReplyWay }) {
  const words = useWords();
  const now = useNowFor(way.closesAt);
  if (way.closesAt === null || !way.open || !windowPresses(way.closesAt, now)) return null;
  const left = Date.parse(way.closesAt) - now;
  return (
    <Line tone="window" icon="hourglass">
      {words.t('window.bar', {
        span: words.span(left),
        at: words.moment(way.closesAt),
        network: networkName(way.network),
      })}
    </Line>
  );
}

/** What a private answer to a public comment means, before it is sent. */
export function FromPublicLine({ way, name }: { way: ReplyWay; name: string }) {
  const words = useWords();
  const now = useNowFor(way.closesAt);
  if (!way.fromPublic || !way.open) return null;
  const days = way.closesAt === null ? null : words.span(Date.parse(way.closesAt) - now);
  return (
    <Line tone="private" icon="lock">
      {words.t('from-public.once', { name, network: networkName(way.network) })}{' '}
      {days !== null && words.t('from-public.left', { span: days })}
    </Line>
  );
}

interface PersonalProps {
  kinds: readonly PersonalKind[];
  /** The sender has tried: now it must be decided. */
  asked: boolean;
  onPrivate: (() => void) | null;
  onAnyway: () => void;
}

/** Something personal is about to stand where everybody can read it. */
export function PersonalLine({ kinds, asked, onPrivate, onAnyway }: PersonalProps) {
  const words = useWords();
  return (
    <Line
      tone="soon"
      icon="eye"
      alert={asked}
      acts={
        <>
          {onPrivate && <Act main={asked} label={words.t('personal.move')} onClick={onPrivate} />}
          {asked && <Act label={words.t('personal.anyway')} onClick={onAnyway} />}
        </>
      }
    >
      {words.t('personal.found', { what: words.list(kinds.map((kind) => words.t(`personal.${kind}`))) })}
    </Line>
  );
}

interface StaleProps {
  screen: Conversation;
  seenMessageId: string | null;
  onRead: () => void;
  onAnyway: () => void;
}

const shownNew = 3;

/** Something new came while this was written: what it is, before anything is sent. */
export function StaleLine({ screen, seenMessageId, onRead, onAnyway }: StaleProps) {
  const words = useWords();
  const at = screen.messages.findIndex(({ id }) => id === seenMessageId);
  const fresh = screen.messages.slice(at + 1).slice(-shownNew);
  return (
    <Line
      tone="soon"
      icon="comment"
      alert
      acts={
        <>
          <Act main label={words.t('stale.read')} onClick={onRead} />
          <Act label={words.t('stale.anyway')} onClick={onAnyway} />
        </>
      }
    >
      <strong>{words.t('stale.title')}</strong>
      <ul className={css.fresh}>
        {fresh.map((message) => (
          <li key={message.id}>
            <strong>{message.author.name}</strong> {message.text}
          </li>
        ))}
      </ul>
    </Line>
  );
}

export function HeldNote({ text }: { text: string }) {
  return (
    <Line tone="soon" icon="late" alert>
      {text}
    </Line>
  );
}

export function SendErrorLine({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords();
  return (
    <Line tone="late" icon="late" alert acts={<Act label={words.t('shell.try-again')} onClick={onRetry} />}>
      {refusalText(words, refusedOf(error))}
    </Line>
  );
}

/** A colleague waits for an answer. */
export function AskLine({ text, about, children }: { text: string; about: string; children: ReactNode }) {
  return (
    <Line tone="soon" icon="hand" acts={children}>
      <strong role="alert">{text}</strong> {about}
    </Line>
  );
}

interface QuoteProps extends Pick<LineProps, 'icon' | 'acts'> {
  tone: LineProps['tone'] | 'public';
  title: string;
  quote: ReactNode;
}

/** Something that is written elsewhere. */
export function QuoteLine({ tone, icon, title, quote, acts }: QuoteProps) {
  return (
    <Line tone={tone === 'public' ? 'plain' : tone} icon={icon} acts={acts}>
      <strong>{title}</strong>
      <div className={css.quote}>{quote}</div>
    </Line>
  );
}

export function PlainLine({ icon, text, acts }: { icon: IconName; text: string; acts?: ReactNode }) {
  return (
    <Line tone="plain" icon={icon} acts={acts}>
      {text}
    </Line>
  );
}
