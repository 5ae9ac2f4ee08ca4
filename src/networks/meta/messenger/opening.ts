import type { OutboundMessage } from '../../kit/outbound.js';

/**
 * The comment or post that this message opens an exchange from; undefined once the exchange has its own address, which
 * is the person's number: then it is a message like any other, though it once began in public.
 */
export function openedFrom({ fromPublic, thread, to }: OutboundMessage): string | undefined {
  return thread === to.id ? undefined : fromPublic;
}
