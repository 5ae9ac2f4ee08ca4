import { administrator, colleagues, demoPassword, expertProfile, type Colleague } from './cast.js';
import type { RelaisApi } from './relais-api.js';
import type { AccountForm } from './stage.js';

interface Ask {
  /** The one-time link, where Relais has nobody yet. */
  readonly setUpUrl: string | null;
  readonly accounts: readonly AccountForm[];
}

/** The workspace of the demo, made by the doors that everybody uses. What is there already stays. */
export async function seed(api: RelaisApi, { setUpUrl, accounts }: Ask): Promise<void> {
  const { name, email, locale } = administrator;
  if (setUpUrl === null) await api.post('/api/session', { email, password: demoPassword });
  else {
    const token = tokenIn(setUpUrl);
    await api.post('/api/setup', { token, workspaceName: 'Northline', name, email, password: demoPassword, locale });
  }
  await invite(api);
  await register(api);
  const there = fieldsOf(await api.get('/api/accounts'), 'network', 'apiBase', 'brand').map(keyOf);
  for (const account of accounts) if (!there.includes(keyOf(account))) await api.post('/api/accounts', account);
}

function keyOf({
  network = '',
  apiBase = '',
  brand = '',
}: {
  network?: string;
  apiBase?: string;
  brand?: string;
}): string {
  return [network, apiBase, brand].join(' ');
}

async function invite(api: RelaisApi): Promise<void> {
  const there = fieldsOf(await api.get('/api/agents'), 'email').map(({ email }) => email);
  for (const colleague of colleagues) if (!there.includes(colleague.email)) await add(api, colleague);
}

async function add(api: RelaisApi, { name, email, role, languages, capacity, locale }: Colleague): Promise<void> {
  const invited = await api.post('/api/agents', { name, email, role, languages, capacity });
  const [{ invitationUrl = '' } = {}] = fieldsOf([invited], 'invitationUrl');
  const guest = api.anew();
  await guest.post(`/api/invitations/${tokenIn(invitationUrl)}`, { password: demoPassword, locale });
}

async function register(api: RelaisApi): Promise<void> {
  const experts = await api.get('/api/experts');
  if (Array.isArray(experts) && experts.length > 0) return;
  const agents = fieldsOf(await api.get('/api/agents'), 'id', 'role');
  for (const { id = '', role } of agents) if (role === 'expert') await api.put(`/api/experts/${id}`, expertProfile);
}

/** Links carry their token behind the `#`. */
function tokenIn(url: string): string {
  return new URL(url).hash.slice(1);
}

function fieldsOf(list: unknown, ...names: readonly string[]): Record<string, string>[] {
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  return items.map((item) => {
    const entries = typeof item === 'object' && item !== null ? Object.entries(item) : [];
    return Object.fromEntries(
      entries.filter(([name]) => names.includes(name)).map(([name, value]) => [name, String(value)]),
    );
  });
}
