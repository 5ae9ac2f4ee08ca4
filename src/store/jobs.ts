interface OfWorkspace {
  readonly workspaceId: number;
}

/** The jobs there are, with what each is told. Stored data: a field may be added, never renamed. */
export interface Jobs {
  /** Sends what waits in a thread. */
  send: OfWorkspace & { readonly threadId: string };
  /** Fetches our own copy of what came with a message, before the network's address runs out. */
  'copy-attachments': OfWorkspace & { readonly messageId: string };
  /** Asks the network who a person is, where messages carry only an id. */
  'meet-person': OfWorkspace & { readonly accountId: string; readonly identityId: string };
}

export const jobNames = ['send', 'copy-attachments', 'meet-person'] as const;
