import type { AttachmentType } from './attachment.js';
import type { TextUnit } from './text-length.js';

/** How a reply in one space of one network must look. Lengths in the network's own unit, sizes in bytes. */
export interface ReplyRules {
  readonly maxLength: number;
  readonly unit: TextUnit;
  readonly attachments: {
    readonly max: number;
    readonly maxBytes: number;
    readonly types: readonly AttachmentType[];
    /** Some networks take text or attachments, never both in one message. */
    readonly withText: boolean;
  };
  /** The network's limit on answering, counted from the customer's last message; null for none. */
  readonly window: ReplyWindowRule | null;
}

/** Wall-clock hours from the customer's last message; never paused, never business hours. */
export interface ReplyWindowRule {
  readonly hours: number;
  /** Longer for an answer that a person wrote, where the network has approved the account for it. */
  readonly humanAgentHours?: number;
}
