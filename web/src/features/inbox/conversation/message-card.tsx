import type { Conversation, MessageView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { Avatar } from '../../../ui/avatar.js';
import { Icon } from '../../../ui/icon.js';
import { LinkedText, OutsideLink } from '../../../ui/linked-text.js';
import { kindOf } from '../names.js';
import { ownFile } from '../own-file.js';
import { ApprovalLines } from './approval-lines.js';
import { Attachments } from './attachments.js';
import css from './message-card.module.css';
import { ModerateMenu } from './moderate-menu.js';
import { ModerationLines } from './moderation-lines.js';
import { PickBox } from './pick-box.js';
import { SendState } from './send-state.js';

interface MessageCardProps {
  message: MessageView;
  joined: boolean;
  answers: MessageView | null;
  screen: Conversation;
}

const lateArrivalMs = 2 * 60_000;

export function MessageCard({ message, joined, answers, screen }: MessageCardProps) {
  const words = useWords();
  const { author, direction } = message;
  const name = author.kind === 'outside' ? words.t('author.outside') : author.name;
  const label = words.t(direction === 'in' ? 'message.label' : 'message.ours.label', {
    name,
    at: words.moment(message.at),
    space: words.t(`space.${message.space}`),
  });
  return (
    <article
      className={css.message}
      aria-label={label}
      data-message={message.id}
      data-direction={direction}
      data-space={message.space}
      data-state={message.state}
      data-joined={joined || undefined}
    >
      <PickBox message={message} label={label} />
      {direction === 'in' && (
        <span className={css.face}>
          {!joined && <Avatar name={author.name} imageUrl={ownFile(author.avatarUrl)} size={32} />}
        </span>
      )}
      <div className={css.column}>
        {!joined && <Head message={message} name={name} />}
        <div className={css.bubble} title={joined ? words.moment(message.at) : undefined}>
          {answers && <Quote message={answers} />}
          <Body message={message} />
        </div>
        <Reactions message={message} />
        <Foot message={message} />
        {message.approval && <ApprovalLines message={message} approval={message.approval} />}
        <ModerationLines screen={screen} message={message} />
      </div>
      <ModerateMenu screen={screen} message={message} />
    </article>
  );
}

function Head({ message, name }: { message: MessageView; name: string }) {
  const words = useWords();
  const special = message.messageKind !== 'comment' && message.messageKind !== 'direct';
  return (
    <p className={css.head}>
      <strong>{name}</strong>
      {special && <span>{words.t(kindOf(message.messageKind).key)}</span>}
      <Time message={message} />
    </p>
  );
}

/** The time, which leads to the message on its network. */
function Time({ message }: { message: MessageView }) {
  const words = useWords();
  const time = (
    <time dateTime={message.at} title={words.moment(message.at)}>
      {words.time(message.at)}
    </time>
  );
  if (message.permalink === null || message.deletedAt !== null) return time;
  return (
    <OutsideLink href={message.permalink}>
      {time}
      <span className="unseen"> {words.t('message.see')}</span>
    </OutsideLink>
  );
}

function Quote({ message }: { message: MessageView }) {
  const words = useWords();
  return (
    <p className={css.quote}>
      <Icon name="reply" size={13} />
      <span className="unseen">{words.t('message.answers')} </span>
      <span>
        <strong>{message.author.name}</strong> {message.text === '' ? words.t('row.no-text') : message.text}
      </span>
    </p>
  );
}

function Body({ message }: { message: MessageView }) {
  const words = useWords();
  if (message.deletedAt !== null) {
    return (
      <p className={css.deleted}>{words.t(message.direction === 'in' ? 'message.deleted' : 'message.deleted.ours')}</p>
    );
  }
  return (
    <>
      {message.rating !== null && <Rating rating={message.rating} />}
      {message.text !== '' && (
        <p className={css.text} dir="auto">
          <LinkedText text={message.text} />
        </p>
      )}
      <Attachments attachments={message.attachments} />
      {message.text === '' && message.attachments.length === 0 && (
        <p className={css.deleted}>{words.t('message.empty')}</p>
      )}
    </>
  );
}

function Rating({ rating }: { rating: number }) {
  const words = useWords();
  return (
    <p className={css.rating}>
      <span aria-hidden="true">{'★'.repeat(rating) + '☆'.repeat(Math.max(0, 5 - rating))}</span>
      <span className="unseen">{words.t('message.rating', { rating })}</span>
    </p>
  );
}

function Reactions({ message }: { message: MessageView }) {
  const words = useWords();
  if (message.reactions.length === 0) return null;
  return (
    <ul className={css.reactions} aria-label={words.t('message.reactions')}>
      {message.reactions.map(({ emoji, count, mine }) => (
        <li key={emoji} data-mine={mine || undefined}>
          {emoji} {count > 1 && count}
        </li>
      ))}
    </ul>
  );
}

/** What is worth knowing of a message besides its words; nothing when there is nothing. */
function Foot({ message }: { message: MessageView }) {
  const words = useWords();
  const marks = marksOf(words, message);
  if (marks.length === 0 && message.direction === 'in') return null;
  return (
    <div className={css.foot}>
      {marks.map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
      {message.direction === 'out' && <SendState message={message} />}
    </div>
  );
}

function marksOf(words: Words, message: MessageView): string[] {
  const delay = Date.parse(message.receivedAt) - Date.parse(message.at);
  return [
    message.editedAt === null ? null : words.t('message.edited', { at: words.moment(message.editedAt) }),
    message.hidden ? words.t('message.hidden') : null,
    message.direction === 'in' && delay > lateArrivalMs ? words.t('message.late', { span: words.span(delay) }) : null,
  ].filter((mark) => mark !== null);
}
