import type { FieldView, NetworkView } from '../../../../src/contract/index.js';
import type { AccountForm } from '../../api/accounts.js';

/** What is typed into an account's form so far. */
export interface Filled {
  app: Record<string, string>;
  settings: Record<string, string>;
  apiBase: string;
  brand: string;
}

const initials = (fields: readonly FieldView[]) =>
  Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? '']));

export function blankForm(network: NetworkView): Filled {
  const { appFields, accountFields, apiBase } = network;
  return { app: initials(appFields), settings: initials(accountFields), apiBase, brand: '' };
}

/** To repair, a field left empty keeps what it had; so it begins empty whatever its usual value is. */
export function emptyForm(network: NetworkView, apiBase: string): Filled {
  const empty = (fields: readonly FieldView[]) => Object.fromEntries(fields.map(({ name }) => [name, '']));
  return { app: empty(network.appFields), settings: empty(network.accountFields), apiBase, brand: '' };
}

const typed = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));

/** What is sent: empty fields are left out, and so is the network's usual address. */
export function formOf(network: NetworkView, filled: Filled): AccountForm {
  const form: AccountForm = { network: network.id, app: typed(filled.app), settings: typed(filled.settings) };
  const apiBase = filled.apiBase.trim();
  return apiBase === '' || apiBase === network.apiBase ? form : { ...form, apiBase };
}

/** Where the network's consent page is: on the server that was filled in, where servers are many. */
export function consentBase(network: NetworkView, filled: Filled): string {
  const server = network.accountFields.find(({ kind }) => kind === 'url');
  const named = server && filled.settings[server.name]?.trim();
  return named ? named : filled.apiBase.trim() || network.apiBase;
}

export function brandOf({ brand }: Filled): { brand?: string } {
  return brand.trim() === '' ? {} : { brand: brand.trim() };
}

/** A network's form while it is being filled in. */
export interface Draft {
  network: NetworkView;
  filled: Filled;
  onChange: (filled: Filled) => void;
}

/** What the button at a step's end does, and how it went. */
export interface StepAct {
  mutate: () => void;
  isPending: boolean;
  error: Error | null;
}

/** A repair: only what was typed, and the address only where it differs. */
export function changesOf({ app, settings, apiBase }: Filled, before: string) {
  const base = apiBase.trim();
  const changed = base !== '' && base !== before ? { apiBase: base } : {};
  return { app: typed(app), settings: typed(settings), ...changed };
}

/** The network's page can be found, and knows our app, once all that is required is filled in. */
export function hasWhatConsentNeeds({ network, filled }: Draft): boolean {
  const missing = (fields: readonly FieldView[], values: Record<string, string>) =>
    fields.some(({ name, required }) => required && !values[name]?.trim());
  return !missing(network.appFields, filled.app) && !missing(network.accountFields, filled.settings);
}
