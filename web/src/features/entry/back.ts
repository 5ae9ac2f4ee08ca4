export interface SignInSearch {
  back?: string;
}

/** Where to go after signing in. Only a path of our own: an address from a link must lead nowhere else. */
export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const { back } = search;
  return typeof back === 'string' && /^\/(?![/\\])/u.test(back) ? { back } : {};
}
