import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { session, sessionsQuery } from '../../api/session.js';
import { useAct } from '../../api/use-act.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { toast } from '../../ui/toasts.js';
import { browserName } from './browser-name.js';
import css from './me-screen.module.css';

/** Where the reader is signed in; what they do not know, they end. */
export function Sessions() {
  const words = useWords();
  const { data: sessions, error } = useQuery(sessionsQuery);
  return (
    <section className={css.sessions}>
      <h2 className={css.title}>{words.t('me.sessions')}</h2>
      <p className={css.quiet}>{words.t('me.sessions-text')}</p>
      <RefusalNote error={error} />
      {!sessions && !error && <Skeleton height={120} radius={8} />}
      {sessions && (
        <ul className={css.list}>
          {sessions.map((one) => (
            <SessionItem key={one.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SessionItem({ one }: { one: SessionView }) {
  const words = useWords();
  const cache = useQueryClient();
  const end = useAct(session.revoke, () => {
    toast({ text: words.t('me.ended', { client: browserName(one.client) }), tone: 'ok' });
    void cache.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  });
  const client = browserName(one.client);
  const since = words.moment(one.createdAt);
  const seen = words.moment(one.lastSeenAt);
  return (
    <li className={css.item}>
      <div className={css.what}>
        <p className={css.client} title={one.client}>
          {client}
        </p>
        <p className={css.quiet}>{words.t('me.session-facts', { address: one.address, since, seen })}</p>
      </div>
      {one.current ? (
        <span className={css.here}>{words.t('me.this-one')}</span>
      ) : (
        <BusyButton
          variant="default"
          aria-label={words.t('me.end-which', { client })}
          busy={end.isPending}
          onClick={() => {
            end.mutate(one.id);
          }}
        >
          {words.t('me.end')}
        </BusyButton>
      )}
    </li>
  );
}
