import { may } from '../../../../src/contract/index.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Choices } from '../../ui/choices.js';
import { Screen } from '../../ui/screen.js';
import { AskColumn } from './ask-column.js';
import { Embargoes } from './embargoes.js';
import css from './experts.module.css';
import { expertTabs, useExpertsPlace, type ExpertTab } from './experts-place.js';
import { Registry } from './registry.js';

/** Questions to the people inside the company who know, and who those people are. */
export function ExpertsScreen() {
  const words = useWords();
  const coaches = may(useMe().agent, 'asks.coach').ok;
  const { tab: wanted, go } = useExpertsPlace();
  const tabs = expertTabs.filter((one) => coaches || one !== 'board');
  const tab = tabs.find((one) => one === wanted) ?? tabs[0] ?? 'mine';
  return (
    <Screen title={words.t('experts.title')} lead={words.t(coaches ? 'experts.lead' : 'experts.lead-own')}>
      <Choices
        label={words.t('experts.show')}
        options={tabs.map((id) => ({ id, label: words.t(`experts.tab.${id}`) }))}
        chosen={tab}
        onChoose={go}
      />
      <Shown tab={tab} />
    </Screen>
  );
}

function Shown({ tab }: { tab: ExpertTab }) {
  switch (tab) {
    case 'board':
      return (
        <div className={css.board}>
          <AskColumn list="to-review" />
          <AskColumn list="waiting" />
          <AskColumn list="published" />
        </div>
      );
    case 'mine':
      return <AskColumn list="mine" />;
    case 'registry':
      return <Registry />;
    case 'embargoes':
      return <Embargoes />;
  }
}
