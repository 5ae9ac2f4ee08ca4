import type { AskPage } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import css from './phone.module.css';

/** The question, and what was said so far, without who the customer is. */
export function TheQuestion({ page }: { page: AskPage }) {
  const words = useWords();
  const { ask, post } = page;
  return (
    <>
      <section className={css.question}>
        <h2 className={css.heading}>{words.t('answer.question', { name: ask.asker.name })}</h2>
        <p className={css.asked}>{ask.question}</p>
        <p className={css.quiet}>
          {words.t(`answer.mode.${ask.mode}`)} · {words.t('ask.due', { due: words.moment(ask.dueAt) })}
        </p>
      </section>
      <section className={css.exchange}>
        <h2 className={css.heading}>{words.t('answer.exchange')}</h2>
        {post?.text && (
          <blockquote className={css.post}>
            <span className={css.quiet}>{words.t('answer.post')}</span>
            {post.text}
          </blockquote>
        )}
        <ol className={css.messages}>
          {page.messages.map((message) => (
            <Message key={message.id} message={message} customer={page.customer} />
          ))}
        </ol>
        {!ask.unmasked && <p className={css.quiet}>{words.t('answer.masked')}</p>}
      </section>
    </>
  );
}

function Message({ message, customer }: { message: AskPage['messages'][number]; customer: string | null }) {
  const words = useWords();
  const who = message.from === 'us' ? words.t('answer.us') : (customer ?? words.t('answer.customer'));
  return (
    <li className={css.message} data-from={message.from}>
      <p className={css.quiet}>
        {who} · {words.moment(message.at)}
      </p>
      <p className={css.text}>{message.text}</p>
      {message.attachments > 0 && (
        <p className={css.quiet}>{words.t('answer.files', { count: message.attachments })}</p>
      )}
    </li>
  );
}
