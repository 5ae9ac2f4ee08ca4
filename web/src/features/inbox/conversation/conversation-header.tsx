import type { Conversation } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Avatar } from '../../../ui/avatar.js';
import { copyText } from '../../../ui/copy-text.js';
import { Icon } from '../../../ui/icon.js';
import { IconButton } from '../../../ui/icon-button.js';
import { toast } from '../../../ui/toasts.js';
import { kindOf, networkName } from '../names.js';
import { ownFile } from '../own-file.js';
import { ActBar } from './act-bar.js';
import css from './conversation-header.module.css';
import { FactsBar } from './facts-bar.js';

interface HeaderProps {
  screen: Conversation;
  onBack: (() => void) | null;
  onContext: () => void;
  contextShown: boolean;
  clocksShown: boolean;
  onClocks: (shown: boolean) => void;
}

export function ConversationHeader({ screen, onBack, onContext, contextShown, clocksShown, onClocks }: HeaderProps) {
  const words = useWords();
  const { ticket } = screen;
  return (
    <header className={css.header}>
      <div className={css.top}>
        {onBack && <IconButton icon="back" label={words.t('shell.back')} keys="b" onClick={onBack} />}
        <span className={css.face}>
          <Avatar
            name={ticket.person.name}
            imageUrl={ownFile(ticket.person.avatarUrl)}
            network={ticket.account.network}
            size={36}
          />
        </span>
        <Who screen={screen} level={onBack ? 1 : 2} />
        <ActBar ticket={ticket} />
        <IconButton
          icon="panel"
          label={words.t(contextShown ? 'context.hide' : 'context.show')}
          keys="i"
          pressed={contextShown}
          onClick={onContext}
        />
      </div>
      <FactsBar screen={screen} clocksShown={clocksShown} onClocks={onClocks} onWhy={contextShown ? null : onContext} />
    </header>
  );
}

/** Alone on the screen, it is the screen's heading. */
function Who({ screen: { ticket }, level }: { screen: Conversation; level: 1 | 2 }) {
  const words = useWords();
  const Heading = `h${level}` as const;
  const number = `#${String(ticket.number)}`;
  return (
    <div className={css.who}>
      <Heading className={css.name}>
        <span className={css.cut}>{ticket.person.name}</span>
        {ticket.person.vip && (
          <span className={css.vip} title={words.t('person.vip')}>
            <Icon name="star" size={14} solid />
            <span className="unseen">{words.t('person.vip')}</span>
          </span>
        )}
        <button
          type="button"
          className={css.number}
          title={words.t('ticket.copy')}
          onClick={() => {
            void copyText(number).then((copied) => {
              toast({ text: words.t(copied ? 'ticket.copied' : 'ticket.not-copied', { number }) });
            });
          }}
        >
          {number}
        </button>
      </Heading>
      <p className={css.about}>
        <span className={css.space} data-space={ticket.space}>
          <Icon name={ticket.space === 'public' ? 'globe' : 'lock'} size={13} />
          {words.t(`space.${ticket.space}`)}
        </span>
        <span className={css.cut}>
          {networkName(ticket.account.network)} · {ticket.account.name} · {words.t(kindOf(ticket.messageKind).key)}
        </span>
      </p>
    </div>
  );
}
