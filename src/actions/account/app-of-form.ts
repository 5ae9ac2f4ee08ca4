import type { Settings } from '../../networks/kit/form.js';
import type { Network } from '../../networks/kit/network.js';
import { newId, newToken } from '../../platform/ids.js';
import type { App } from '../../store/account/account.store.js';
import type { Work } from '../../store/work.js';
import type { AccountDoor } from '../account-door.js';

/** Made by us for each app, for networks that repeat a secret instead of signing. */
const made = 'webhookSecret';

/** The settings of an app that is not stored yet. */
export function newAppSettings(form: Settings): Settings {
  return { ...form, [made]: newToken() };
}

/** The stored app that these settings mean: the same ones, or, when nothing was filled in, the family's only app. */
export function sameApp<Stored extends Pick<App, 'id' | 'settingsSealed'>>(
  apps: readonly Stored[],
  form: Settings,
  door: AccountDoor,
): Stored | undefined {
  if (Object.keys(form).length === 0) return apps.length === 1 ? apps[0] : undefined;
  return apps.find((app) => {
    const { [made]: _made, ...stored } = door.appSettings(app);
    return isEqual(stored, form);
  });
}

/**
 * The app that an account stands under. Networks with an app of their own share it, and its webhook, among all
 * accounts of the family; the others get one for each account, so that its key alone says whom a call is for.
 */
export async function appFor(
  tx: Work,
  { network, settings }: { network: Network; settings: Settings },
  door: AccountDoor,
): Promise<{ id: string; settings: Settings }> {
  const apps = network.appFields.length === 0 ? [] : await tx.accounts.apps(network.family);
  const known = sameApp(apps, settings, door);
  if (known) return { id: known.id, settings: door.appSettings(known) };
  const app = { id: newId(), settings: newAppSettings(settings) };
  const settingsSealed = door.sealApp(app.id, app.settings);
  await tx.accounts.addApp({ id: app.id, family: network.family, key: newToken(18), settingsSealed });
  return app;
}

function isEqual(a: Settings, b: Settings): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
