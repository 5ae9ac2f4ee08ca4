import { Refusal } from '../../domain/refusal.js';
import type { Field, Settings } from '../../networks/kit/form.js';
import type { Network } from '../../networks/kit/network.js';

/** What an administrator filled in for an account and for the app it stands under. */
export interface FilledForm {
  readonly network: string;
  readonly apiBase?: string | undefined;
  readonly app: Settings;
  readonly settings: Settings;
  /** The settings are the network's own answer, and hold more than the form asks for. */
  readonly byConsent?: boolean;
}

/** Trimmed, and nothing but the fields there are; throws a Refusal that names those that are missing or wrong. */
export function filled(
  network: Network,
  form: Pick<FilledForm, 'app' | 'settings'>,
): Pick<FilledForm, 'app' | 'settings'> {
  const wrong = [...wrongFields(network.appFields, form.app), ...wrongFields(network.accountFields, form.settings)];
  if (wrong.length > 0) throw new Refusal('account.fields', { fields: wrong.join(', ') });
  return { app: kept(form.app), settings: kept(form.settings) };
}

/** The values of `next` over those of `previous`; a field left empty keeps what it had. */
export function merged(previous: Settings, next: Settings | undefined): Settings {
  return { ...previous, ...kept(next ?? {}) };
}

function kept(settings: Settings): Settings {
  const pairs = Object.entries(settings).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

function wrongFields(fields: readonly Field[], settings: Settings): string[] {
  const unknown = Object.keys(settings).filter((name) => !fields.some((field) => field.name === name));
  const wrong = fields.filter((field) => isWrong(field, settings[field.name]?.trim() ?? ''));
  return [...unknown, ...wrong.map(({ name }) => name)];
}

function isWrong(field: Field, value: string): boolean {
  if (value === '') return field.required;
  if (field.choices !== undefined) return !field.choices.some((choice) => choice.value === value);
  return field.kind === 'url' && !isServer(value);
}

/** People write "mastodon.example" and mean https; connectors do too. */
function isServer(value: string): boolean {
  return URL.canParse(/^https?:\/\//i.test(value) ? value : `https://${value}`) && !/\s/.test(value);
}
