/** Which question is open: its id, once its link has been opened or somebody who is signed in came from their list. */
export interface AskSearch {
  id?: string;
}

export function askSearch(search: Record<string, unknown>): AskSearch {
  const { id } = search;
  return typeof id === 'string' ? { id } : {};
}
