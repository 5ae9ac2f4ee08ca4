interface OfWorkspace {
  readonly workspaceId: number;
}

/** The jobs there are, with what each is told. Stored data: a field may be added, never renamed. */
export interface Jobs {
  /** Does the same to many tickets, or takes it back. */
  bulk: OfWorkspace & { readonly bulkId: string };
  /** Asks a network to hide, like, delete or correct a message. */
  moderate: OfWorkspace & { readonly moderationId: string };
  /** Brings the clocks of open tickets in line with promises or calendars of this version. */
  'recompute-clocks': OfWorkspace & { readonly version: number };
  /** Sends what waits in a thread. */
  send: OfWorkspace & { readonly threadId: string };
  /** Fetches our own copy of what came with a message, before the network's address runs out. */
  'copy-attachments': OfWorkspace & { readonly messageId: string };
  /** Asks the network who a person is, where messages carry only an id. */
  'meet-person': OfWorkspace & { readonly accountId: string; readonly identityId: string };
  /** Asks the network for the rest of a message that it told by half. */
  'read-thin': OfWorkspace & { readonly accountId: string; readonly thin: string };
}

export const jobNames = [
  'send',
  'copy-attachments',
  'meet-person',
  'read-thin',
  'moderate',
  'bulk',
  'recompute-clocks',
] as const;
