import type { ReplyWay } from '../../../../../src/contract/index.js';
import { useWords } from '../../../i18n/words-provider.js';
import type { Words } from '../../../i18n/words.js';
import { useNowFor } from '../badges/use-row-now.js';
import { lengthTold, type Obstacle } from './check-draft.js';
import css from './composer.module.css';
import type { ComposerState } from './use-composer.js';
import { windowPresses } from './warnings.js';

/** What is in the way of the text, else how long it has become, else until when it can be sent. */
export function ComposerLimits({ composer: { way, draft, obstacle } }: { composer: ComposerState }) {
  const words = useWords();
  const told = way && lengthTold(draft.text, way);
  const why = obstacle && obstacleText(words, obstacle);
  if (!told && !why) return way && <Until way={way} />;
  return (
    <span className={css.limits} role="status">
      {why && <span className={css.why}>{why}</span>}
      {told && (
        <span className={css.counter} data-over={told.over > 0 || undefined}>
          {words.t('composer.length', { length: words.number(told.length), max: words.number(told.max) })}
        </span>
      )}
    </span>
  );
}

/** Nothing where the network sets no limit, and where a line of its own says it already. */
function Until({ way }: { way: ReplyWay }) {
  const words = useWords();
  const now = useNowFor(way.closesAt);
  if (!way.open || way.closesAt === null || windowPresses(way.closesAt, now)) return null;
  return <span className={css.until}>{words.t('composer.until', { at: words.moment(way.closesAt) })}</span>;
}

function obstacleText(words: Words, obstacle: Obstacle): string | null {
  switch (obstacle.code) {
    case 'empty':
    case 'line-too-long':
      return null;
    case 'too-long':
      return words.t('composer.too-long', { over: obstacle.over });
    case 'too-many-files':
      return words.t('files.too-many', { max: obstacle.max });
    case 'files-alone':
      return words.t('files.alone');
  }
}
