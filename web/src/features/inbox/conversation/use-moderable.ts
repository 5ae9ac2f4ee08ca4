import { useQuery } from '@tanstack/react-query';
import {
  actNeeded,
  may,
  moderationRefusal,
  type Conversation,
  type MessageView,
  type ModerationAct,
} from '../../../../../src/contract/index.js';
import { networksQuery } from '../../../api/accounts.js';
import { useMe } from '../../../api/use-me.js';

const offered: readonly ModerationAct[] = ['like', 'unlike', 'edit-own', 'hide', 'unhide', 'delete'];

/** What the reader may do to a message besides answering it: what its network has, makes sense, and is their right. */
export function useModerable(screen: Conversation): (message: MessageView) => ModerationAct[] {
  const { agent } = useMe();
  const { data: networks } = useQuery(networksQuery);
  const scope = { lane: screen.ticket.lane, ownerId: screen.ticket.owner?.id ?? null };
  return (message) => {
    const thread = screen.threads.find(({ id }) => id === message.threadId);
    const network = networks?.find(({ id }) => id === thread?.account.network);
    if (!network || message.moderations.some(({ state }) => state === 'requested' || state === 'pending')) return [];
    const isAuthor = message.author.kind === 'agent' && message.author.id === agent.id;
    // Any reason and any other words would do: which ones is asked later.
    const rest = { reason: 'off-topic', text: `${message.text}…` } as const;
    return offered.filter(
      (act) =>
        moderationRefusal(factsOf(message), { act, ...rest }, network.moderation) === null &&
        may(agent, actNeeded(act, isAuthor), scope).ok,
    );
  };
}

function factsOf(message: MessageView) {
  return {
    direction: message.direction,
    space: message.space,
    sent: message.state === 'sent' || message.state === 'received',
    hidden: message.hidden,
    deleted: message.deletedAt !== null,
    liked: message.reactions.some(({ mine }) => mine),
    text: message.text,
  };
}
