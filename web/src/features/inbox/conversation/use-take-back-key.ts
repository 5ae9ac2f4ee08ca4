import type { Conversation } from '../../../../../src/contract/index.js';
import { useAct } from '../../../api/use-act.js';
import { useMe } from '../../../api/use-me.js';
import { serverTime } from '../../../live/server-now.js';
import { useKeys } from '../../../ui/use-keys.js';
import { takeBack } from '../composer/take-back.js';

/** `z` takes back one's own last reply as long as it has not left. */
export function useTakeBackKey(screen: Conversation): void {
  const { agent } = useMe();
  const back = useAct(takeBack);
  const last = screen.messages.findLast(
    ({ author, state, sendsAt }) => author.id === agent.id && state === 'queued' && sendsAt !== null,
  );
  useKeys({
    z: () => {
      const at = last?.sendsAt ?? null;
      if (last && at !== null && Date.parse(at) > serverTime.now()) back.mutate(last);
    },
  });
}
