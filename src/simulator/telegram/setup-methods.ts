import type { Call, Method } from './backend.js';
import { chatOf } from './destination.js';
import { ApiError, bad } from './model.js';
import { chatJson, connectionJson, userJson } from './wire.js';

const ports = ['443', '80', '88', '8443'];
const secretForm = /^[\w-]{0,256}$/u;
const mostUpdates = 100;

/** Who the bot is, and how its updates reach it. */
export const setupMethods: Readonly<Record<string, Method>> = {
  getMe: (_backend, { bot }) => ({
    ...userJson(bot),
    can_join_groups: true,
    can_read_all_group_messages: bot.seesGroups,
    supports_inline_queries: false,
    can_connect_to_business: true,
    has_main_web_app: false,
  }),
  getUpdates: async ({ stations }, { bot, params, gone }) => {
    const { updates, poll, webhook } = stations.of(bot);
    if (webhook.settings !== null) throw webhookIsActive();
    updates.allowed = allowedOf(params, updates.allowed);
    const ask = {
      offset: params.whole('offset') ?? 0,
      limit: Math.min(mostUpdates, params.whole('limit') ?? mostUpdates),
      seconds: params.whole('timeout') ?? 0,
    };
    return (await poll.ask(ask, gone)).map((update) => update.body);
  },
  setWebhook: ({ stations }, { bot, params }) => {
    const url = params.text('url') ?? '';
    const secret = params.text('secret_token') ?? '';
    if (!secretForm.test(secret)) throw bad('secret token contains unallowed characters');
    if (url !== '') mustBeReachable(url);
    const { updates, poll, webhook } = stations.of(bot);
    updates.allowed = allowedOf(params, updates.allowed);
    if (params.flag('drop_pending_updates')) updates.clear();
    poll.stop();
    const maxConnections = params.whole('max_connections') ?? 40;
    webhook.set(url === '' ? null : { url, secret, maxConnections });
    return true;
  },
  deleteWebhook: ({ stations }, { bot, params }) => {
    const { updates, webhook } = stations.of(bot);
    if (params.flag('drop_pending_updates')) updates.clear();
    webhook.set(null);
    return true;
  },
  getWebhookInfo: ({ stations }, { bot }) => {
    const { updates, webhook } = stations.of(bot);
    const { settings, lastError } = webhook;
    return {
      url: settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending,
      ...(settings === null ? {} : { max_connections: settings.maxConnections, ip_address: '127.0.0.1' }),
      ...(updates.allowed.length === 0 ? {} : { allowed_updates: updates.allowed }),
      ...(lastError === null ? {} : { last_error_date: lastError.at, last_error_message: lastError.words }),
    };
  },
  getChat: ({ world }, { bot, params }) => chatJson(chatOf(world, bot, params)),
  getBusinessConnection: ({ world }, { params }) =>
    connectionJson(world.connection(params.text('business_connection_id') ?? '')),
  getFile: ({ files }, { params }) => files.describe(params.text('file_id') ?? ''),
};

/** The list is kept until another one comes; an empty one means the default. */
function allowedOf(params: Call['params'], before: readonly string[]): readonly string[] {
  return params.text('allowed_updates') === undefined && params.list('allowed_updates').length === 0
    ? before
    : params.list('allowed_updates').map(String);
}

/** Telegram calls HTTPS only; here, where nothing leaves the machine, plain HTTP on the loopback will do. */
function mustBeReachable(url: string): void {
  const { protocol, hostname, port } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '', port: '' };
  if (hostname === '127.0.0.1' || hostname === 'localhost') return;
  if (protocol !== 'https:') throw bad('bad webhook: An HTTPS URL must be provided for webhook');
  if (port !== '' && !ports.includes(port)) {
    throw bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

function webhookIsActive(): ApiError {
  const words = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
  return new ApiError(409, `Conflict: ${words}`);
}
