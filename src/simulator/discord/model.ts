export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  readonly timestamp: string;
  readonly nonce?: string;
  readonly reference?: string;
  readonly files: number;
  content: string;
  edited_timestamp: string | null;
}

export interface Channel {
  readonly id: string;
  /** Undefined for a private one. */
  readonly guild: string | undefined;
  readonly person?: string;
  last: string | null;
}
