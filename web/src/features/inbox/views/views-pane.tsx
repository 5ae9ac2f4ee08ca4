import { useQuery } from '@tanstack/react-query';
import type { ViewName } from '../../../../../src/contract/index.js';
import { queuesQuery } from '../../../api/tickets.js';
import { useMe } from '../../../api/use-me.js';
import { useWords } from '../../../i18n/words-provider.js';
import { Icon } from '../../../ui/icon.js';
import { usePlace } from '../place.js';
import { viewsFor, type View } from './views.js';
import css from './views-pane.module.css';

const minute = 60_000;
const mostShown = 999;

/** How many tickets each view holds; asked again now and then, because time alone makes tickets late. */
export function useCounts() {
  return useQuery({ ...queuesQuery, refetchInterval: minute }).data;
}

export function ViewsPane({ onChosen }: { onChosen?: () => void }) {
  const words = useWords();
  const { agent } = useMe();
  const counts = useCounts();
  const place = usePlace();
  return (
    <nav className={css.pane} aria-label={words.t('views.label')}>
      {viewsFor(agent).map((group) => (
        <section key={group.title} className={css.group}>
          <h2 className={css.title}>{words.t(group.title)}</h2>
          <ul>
            {group.views.map((view) => (
              <li key={view.name}>
                <ViewLink
                  view={view}
                  count={counts?.[view.name] ?? null}
                  current={place.view === view.name}
                  open={(name) => {
                    place.openView(name);
                    onChosen?.();
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface ViewLinkProps {
  view: View;
  count: number | null;
  current: boolean;
  open: (name: ViewName) => void;
}

function ViewLink({ view, count, current, open }: ViewLinkProps) {
  const words = useWords();
  return (
    <button
      type="button"
      className={css.view}
      aria-current={current ? 'page' : undefined}
      onClick={() => {
        open(view.name);
      }}
    >
      {view.lane ? <span className={css.lane} data-lane={view.name} /> : <Icon name={view.icon} size={16} />}
      <span className={css.name}>{words.t(view.label)}</span>
      {count !== null && view.name !== 'closed' && (
        <span className={css.count} data-tone={count === 0 ? 'none' : view.tone}>
          {count > mostShown ? `${words.number(mostShown)}+` : words.number(count)}
        </span>
      )}
    </button>
  );
}
