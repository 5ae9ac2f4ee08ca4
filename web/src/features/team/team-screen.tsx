import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { may } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { agentsQuery } from '../../api/team.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { Icon } from '../../ui/icon.js';
import { Screen } from '../../ui/screen.js';
import { AgentDialog } from './agent-dialog.js';
import { AgentList } from './agent-list.js';
import { Invite } from './invite.js';
import { useTeamPlace } from './team-place.js';

/** The people: who is there, what they may do, how much they have in hand. */
export function TeamScreen() {
  const words = useWords();
  const { go } = useTeamPlace();
  const { data: agents, error } = useQuery(agentsQuery);
  const mayManage = may(useMe().agent, 'agents.manage').ok;
  const open = (id: string) => {
    go({ agent: id });
  };
  return (
    <Screen title={words.t('team.title')} lead={words.t('team.lead')} acts={mayManage && <InviteButton />}>
      <RefusalNote error={error} />
      {!agents && !error && <Skeleton height={240} radius={8} />}
      {agents && <AgentList agents={agents} onOpen={mayManage ? open : null} />}
      {mayManage && <Opened />}
    </Screen>
  );
}

function InviteButton() {
  const words = useWords();
  const { go } = useTeamPlace();
  return (
    <Button
      leftSection={<Icon name="plus" />}
      onClick={() => {
        go({ invite: true });
      }}
    >
      {words.t('team.invite')}
    </Button>
  );
}

/** What the address has opened over the list. */
function Opened() {
  const { search, go } = useTeamPlace();
  const { data: agents } = useQuery(agentsQuery);
  const close = () => {
    go({});
  };
  const agent = agents?.find(({ id }) => id === search.agent);
  if (search.invite) return <Invite onClose={close} />;
  return agent && <AgentDialog agent={agent} onClose={close} />;
}
