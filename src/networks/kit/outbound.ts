import type { AttachmentType } from '../../domain/message/attachment.js';
import type { FilledTemplate } from '../../domain/message/template.js';

/** A reply on its way out. Ids are the network's, but `id`, which is ours. */
export interface OutboundMessage {
  /** Our message id, a UUID: the idempotency key and the marker, the same at every try. */
  readonly id: string;
  readonly space: 'public' | 'private';
  readonly text: string;
  readonly files: readonly OutboundFile[];
  readonly thread: string;
  readonly post?: string;
  /** The person it goes to. */
  readonly to: { readonly id: string; readonly handle?: string };
  /** The message it answers. */
  readonly answers?: string;
  /** The public message that this private one opens an exchange from. */
  readonly fromPublic?: string;
  readonly language?: string;
  /** To be sent in place of free words, of which `text` is what the customer will read. */
  readonly template?: FilledTemplate;
  /** When the person last wrote in this thread, for networks with a reply window. */
  readonly lastInboundAt: Date | null;
  /** When this try began: what a read-back searches from. */
  readonly startedAt: Date;
}

export interface OutboundFile {
  readonly type: AttachmentType;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** The network accepted it. */
export interface Sent {
  readonly id: string;
  readonly at?: Date;
  readonly permalink?: string;
  /** The private exchange that a public-to-private reply opened, with the person's id there. */
  readonly thread?: { readonly key: string; readonly personId: string };
  readonly budget?: Budget;
}

/** `absent` only when the network surely does not have it; `unclear` sends the question to a human. */
export type Settled = { readonly is: 'sent'; readonly sent: Sent } | { readonly is: 'absent' | 'unclear' };

/** What the network's own headers say of our rate. */
export interface Budget {
  /** 0 to 100. */
  readonly usedPercent?: number;
  readonly pauseMs?: number;
}
