import css from './conversation-skeleton.module.css';

export function ConversationSkeleton() {
  return (
    <div className={css.all} aria-hidden="true">
      <div className={css.head} />
      <div className={css.body}>
        <span style={{ width: '58%' }} />
        <span style={{ width: '44%' }} />
        <span className={css.ours} style={{ width: '50%' }} />
        <span style={{ width: '36%' }} />
      </div>
    </div>
  );
}
