import type { PostView, ThreadView } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { LinkedText, OutsideLink } from '../../../ui/linked-text.js';
import { NetworkMark } from '../../../ui/network-mark.js';
import { networkName } from '../names.js';
import { ownFile } from '../own-file.js';
import css from './space-head.module.css';

interface SpaceHeadProps {
  thread: ThreadView;
  first: boolean;
  person: string;
}

/** Says who can read what follows, and shows the post that public comments hang under. */
export function SpaceHead({ thread, first, person }: SpaceHeadProps) {
  const words = useWords();
  const isPublic = thread.space === 'public';
  const about = isPublic
    ? words.t(thread.post ? 'about.under-post' : 'about.public')
    : words.t('about.private', { name: person, account: thread.account.name });
  return (
    <section className={css.head} data-space={thread.space}>
      <p className={css.title}>
        <Icon name={isPublic ? 'globe' : 'lock'} size={15} />
        <strong>{words.t(`space.${thread.space}`)}</strong>
        <span className={css.about}>{first ? about : words.t('about.goes-on', { about })}</span>
      </p>
      {first && thread.post && <PostCard post={thread.post} network={thread.account.network} />}
    </section>
  );
}

function PostCard({ post, network }: { post: PostView; network: string }) {
  const words = useWords();
  const image = ownFile(post.imageUrl);
  return (
    <article className={css.post} aria-label={words.t('post.label')}>
      {image !== null && <img className={css.image} src={image} alt={words.t('post.image')} loading="lazy" />}
      <div className={css.body}>
        <p className={css.by}>
          <NetworkMark network={network} size={14} />
          <strong>{post.by ?? words.t(post.ours ? 'post.ours' : 'post.theirs')}</strong>
          {post.at !== null && <time dateTime={post.at}>{words.moment(post.at)}</time>}
          {post.deleted && <span className={css.deleted}>{words.t('post.deleted')}</span>}
        </p>
        <p className={css.text}>{post.text === null ? words.t('post.no-text') : <LinkedText text={post.text} />}</p>
        {post.permalink !== null && (
          <OutsideLink href={post.permalink}>
            <span className={css.link}>
              {words.t('post.see', { network: networkName(network) })} <Icon name="outside" size={13} />
            </span>
          </OutsideLink>
        )}
      </div>
    </article>
  );
}
