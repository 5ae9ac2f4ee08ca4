import type { AgentView } from '../../../../src/contract/index.js';
import { team } from '../../api/team.js';
import { useAct } from '../../api/use-act.js';
import { useWords } from '../../i18n/words-provider.js';
import { BusyButton } from '../../ui/busy-button.js';
import { toast } from '../../ui/toasts.js';
import css from './agent-form.module.css';
import { useKeepAgent } from './use-keep-agent.js';

/** What takes somebody's access away, for a while or for good. */
export function HardActs({ agent }: { agent: AgentView }) {
  return (
    <section className={css.hard}>
      <SignOut agent={agent} />
      <Disable agent={agent} />
    </section>
  );
}

function SignOut({ agent }: { agent: AgentView }) {
  const words = useWords();
  const signOut = useAct(team.signOut, () => {
    toast({ text: words.t('team.signed-out', { name: agent.name }), tone: 'ok' });
  });
  return (
    <div className={css.line}>
      <p>{words.t('team.sign-out-text')}</p>
      <BusyButton
        variant="default"
        busy={signOut.isPending}
        onClick={() => {
          signOut.mutate(agent.id);
        }}
      >
        {words.t('team.sign-out')}
      </BusyButton>
    </div>
  );
}

function Disable({ agent }: { agent: AgentView }) {
  const words = useWords();
  const keep = useKeepAgent();
  const { id, name, disabled } = agent;
  const change = (next: boolean) => team.change(id, { disabled: next });
  const undo = useAct(change, keep);
  const disable = useAct(change, (changed) => {
    keep(changed);
    const back = () => {
      undo.mutate(!changed.disabled);
    };
    const text = words.t(changed.disabled ? 'team.disabled-done' : 'team.enabled-done', { name });
    toast({ text, tone: 'ok', act: { label: words.t('shell.undo'), run: back } });
  });
  return (
    <div className={css.line}>
      <p>{words.t(disabled ? 'team.enable-text' : 'team.disable-text')}</p>
      <BusyButton
        variant="default"
        busy={disable.isPending}
        onClick={() => {
          disable.mutate(!disabled);
        }}
      >
        {words.t(disabled ? 'team.enable' : 'team.disable')}
      </BusyButton>
    </div>
  );
}
