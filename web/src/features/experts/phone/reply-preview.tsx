import { signed, type AskPage } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Avatar } from '../../../ui/avatar.js';
import css from './phone.module.css';

/** The answer as it will stand at the network: our account, and the expert's name under it. */
export function ReplyPreview({ page, text }: { page: AskPage; text: string }) {
  const words = useWords();
  return (
    <section className={css.preview}>
      <h2 className={css.heading}>{words.t('answer.preview')}</h2>
      <div className={css.shown}>
        <Avatar name={page.accountName} size={36} network={page.network} />
        <div>
          <p className={css.account}>{page.accountName}</p>
          <p className={css.text}>{signed(text, page.ask.signature)}</p>
        </div>
      </div>
    </section>
  );
}
