import type { Http } from '../../platform/http/http.js';
import type { Settings } from './form.js';

/** The authorization-code flow of a network. */
export interface OAuth {
  /** Registers with the server where it asks for that; `keep` is stored encrypted until the person comes back. */
  start(ask: OAuthAsk, http: Http): Promise<{ readonly url: string; readonly keep: Settings }>;
  /** The account's settings, from the code the person came back with. */
  finish(back: { readonly code: string; readonly keep: Settings }, http: Http): Promise<Settings>;
}

export interface OAuthAsk {
  readonly apiBase: string;
  readonly redirectUrl: string;
  /** Unguessable; the flow must carry it in `state`. */
  readonly state: string;
  readonly app: Settings;
}
