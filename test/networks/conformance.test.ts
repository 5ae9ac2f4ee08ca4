import type { InboundEvent } from '../../src/domain/message/inbound-event.js';
import { networks } from '../../src/networks/index.js';
import { conformance as bluesky } from '../../src/networks/bluesky/conformance.js';
import { conformance as discord } from '../../src/networks/discord/conformance.js';
import type { Conformance } from '../../src/networks/kit/conformance.js';
import { SendFailure, UnknownOutcome } from '../../src/networks/kit/failure.js';
import type { Field, Settings } from '../../src/networks/kit/form.js';
import { conformance as mastodon } from '../../src/networks/mastodon/conformance.js';
import { conformance as facebook } from '../../src/networks/meta/facebook/conformance.js';
import { conformance as instagram } from '../../src/networks/meta/instagram/conformance.js';
import { conformance as messenger } from '../../src/networks/meta/messenger/conformance.js';
import { conformance as reddit } from '../../src/networks/reddit/conformance.js';
import { conformance as threads } from '../../src/networks/meta/threads/conformance.js';
import { conformance as whatsapp } from '../../src/networks/meta/whatsapp/conformance.js';
import { conformance as telegram } from '../../src/networks/telegram/conformance.js';
import { conformance as vivaEngage } from '../../src/networks/viva-engage/conformance.js';
import { conformance as twitch } from '../../src/networks/twitch/conformance.js';
import { conformance as x } from '../../src/networks/x/conformance.js';
import { conformance as youtube } from '../../src/networks/youtube/conformance.js';
import { NoAnswer, NotSent, type Http, type HttpAnswer } from '../../src/platform/http/http.js';
import { parseJson } from '../../src/platform/json.js';
import { faultsOf } from './support/event-faults.js';
import { mutated, randomFrom } from './support/mutate.js';
import { proofsOf, spoiltBodies, spoiltProofs } from './support/spoil.js';

/** One line for each network. */
const all: readonly Conformance[] = [
  bluesky,
  discord,
  facebook,
  instagram,
  mastodon,
  messenger,
  reddit,
  telegram,
  twitch,
  threads,
  vivaEngage,
  whatsapp,
  x,
  youtube,
];

const mutationsPerBody = 400;

it('tries every network that is listed', () => {
  expect(all.map(({ network }) => network.id).toSorted()).toEqual(networks.map(({ id }) => id).toSorted());
});

describe.each(all.map((sample) => [sample.network.id, sample] as const))('%s', (_id, sample) => {
  authenticity(sample);
  parsing(sample);
  sending(sample);
  selfDescription(sample);
});

function authenticity({ network, account, hooks, bodyIsSigned }: Conformance): void {
  if (!network.capabilities.transports.includes('webhook')) return;
  const isAuthentic = (hook: (typeof hooks)[number], app: Settings = account.app) => network.isAuthentic?.(hook, app);

  it('believes its own calls, and names what proves them', () => {
    expect(hooks.length).toBeGreaterThan(0);
    for (const hook of hooks) {
      expect(isAuthentic(hook)).toBe(true);
      expect(proofsOf(hook, (one) => isAuthentic(one) === true)).not.toEqual([]);
    }
  });

  it('refuses a spoilt proof, however it is spoilt', () => {
    const believed = hooks.flatMap((hook) =>
      proofsOf(hook, (one) => isAuthentic(one) === true).flatMap((name) =>
        spoiltProofs(hook, name).filter((spoilt) => isAuthentic(spoilt.hook) !== false),
      ),
    );
    expect(believed.map(({ how }) => how)).toEqual([]);
  });

  it('refuses every call while it has no secret, or another one', () => {
    const secrets = Object.keys(account.app);
    const apps = [
      {},
      Object.fromEntries(secrets.map((name) => [name, ''])),
      Object.fromEntries(secrets.map((name) => [name, 'another secret'])),
    ];
    expect(hooks.flatMap((hook) => apps.map((app) => isAuthentic(hook, app))).filter(Boolean)).toEqual([]);
    const unproven = hooks.map((hook) => ({ ...hook, headers: {} }));
    expect([
      ...unproven.map((hook) => isAuthentic(hook)),
      ...unproven.map((hook) => isAuthentic(hook, {})),
    ]).not.toContain(true);
  });

  if (bodyIsSigned === false) return;
  it('refuses another body than the one that was signed', () => {
    const believed = hooks.flatMap((hook) => spoiltBodies(hook).filter((spoilt) => isAuthentic(spoilt.hook) !== false));
    expect(believed.map(({ how }) => how)).toEqual([]);
  });
}

function parsing({ network, bodies }: Conformance): void {
  it.each(bodies)('makes of $name what it says', ({ body, account, events }) => {
    const parsed = network.parse(body, account);
    expect(parsed.map(({ kind }) => kind)).toEqual(events);
    expect(parsed.flatMap(faultsOf)).toEqual([]);
  });

  it('makes the same of the same, and leaves the body as it is', () => {
    for (const { body, account } of bodies) {
      const before = JSON.stringify(body);
      expect(network.parse(structuredClone(body), account)).toEqual(network.parse(body, account));
      expect(JSON.stringify(body)).toBe(before);
    }
  });

  it('ignores what is of no use, and says what it was', () => {
    expect(bodies.flatMap(({ events }) => events)).toContain('ignored');
  });

  it.each([[null], ['text'], [42], [true], [[]], [[[]]], [{}], [{ something: { quite: 'new' } }]])(
    'makes nothing of %j',
    (body) => {
      const account = bodies[0]?.account ?? null;
      const { events } = parsed(network.parse.bind(network), body, account);
      expect(events.filter(({ kind }) => kind !== 'ignored')).toEqual([]);
    },
  );

  it('makes sound events or a plain error of bodies that are not as they should be', () => {
    const random = randomFrom(20_260_302);
    const faults = bodies.flatMap(({ name, body, account }) =>
      Array.from({ length: mutationsPerBody }, () => {
        // Bodies come from JSON, whose large numbers are text by then.
        const strange: unknown = parseJson(JSON.stringify(mutated(body, random)));
        const { events, faults } = parsed(network.parse.bind(network), strange, account);
        const found = [...faults, ...events.flatMap(faultsOf)];
        return found.map((fault) => `${name}: ${fault} ← ${JSON.stringify(strange).slice(0, 600)}`);
      }).flat(),
    );
    expect(faults.slice(0, 5)).toEqual([]);
  });
}

/** A plain `Error` with a short sentence is how a parser says that it cannot read a body; anything else is a slip. */
function parsed(
  parse: (body: unknown, account: string | null) => InboundEvent[],
  body: unknown,
  account: string | null,
): { readonly events: InboundEvent[]; readonly faults: string[] } {
  try {
    return { events: parse(body, account), faults: [] };
  } catch (error) {
    const isPlain = error instanceof Error && error.constructor === Error && /^[^{}<>]{5,160}$/u.test(error.message);
    return { events: [], faults: isPlain ? [] : [`threw ${String(error)}`] };
  }
}

function sending({ network, account, message, answers }: Conformance): void {
  const outcomeOf = (http: Http) =>
    network.send(message, account, http).then(
      (sent) => ({ is: typeof sent.id === 'string' && sent.id !== '' ? 'sent' : 'sent without an id', error: null }),
      (error: unknown) => ({ is: nameOf(error), error }),
    );

  it.each(answers)('takes the answer “$name” for $becomes', async (answer) => {
    const { is, error } = await outcomeOf(answering(answer));
    expect(is).toBe(answer.becomes);
    expect(secretsIn(error)).toEqual([]);
  });

  it('knows nothing of the outcome without an answer, and tries again what never left', async () => {
    const silent = await outcomeOf({ request: () => Promise.reject(new NoAnswer('timeout')) });
    const refused = await outcomeOf({ request: () => Promise.reject(new NotSent('refused')) });
    expect([silent.is, refused.is]).toEqual(['unknown', 'try-again']);
    expect([...secretsIn(silent.error), ...secretsIn(refused.error)]).toEqual([]);
  });

  it('has an answer for every way in which a send can end', () => {
    const becomes = new Set(answers.map((answer) => answer.becomes));
    for (const outcome of ['sent', 'unknown', 'needs-reauth', 'rate-limited', 'rejected'] as const) {
      expect(becomes).toContain(outcome);
    }
  });

  it('answers no text of the customer and no secret when it is asked who it is', async () => {
    for (const answer of answers) {
      const error: unknown = await network.check(account, answering(answer)).then(
        () => null,
        (failure: unknown) => failure,
      );
      expect(secretsIn(error)).toEqual([]);
    }
  });

  function secretsIn(error: unknown): string[] {
    const words = error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error)}` : '';
    const isSecret = (fields: readonly Field[]) => (name: string) =>
      fields.every((field) => field.name !== name || field.kind === 'secret');
    const secrets = [
      ...valuesOf(account.settings, isSecret(network.accountFields)),
      ...valuesOf(account.app, isSecret(network.appFields)),
      message.text,
    ];
    return secrets.filter((secret) => secret.length > 5 && words.includes(secret));
  }
}

function valuesOf(settings: Settings, isWanted: (name: string) => boolean): string[] {
  return Object.entries(settings).flatMap(([name, value]) => (isWanted(name) ? [value] : []));
}

function nameOf(error: unknown): string {
  if (error instanceof UnknownOutcome) return 'unknown';
  return error instanceof SendFailure ? error.kind : `a slip: ${String(error)}`;
}

function answering({ status, headers, body }: Conformance['answers'][number]): Http {
  const answer: HttpAnswer = {
    status,
    headers: headers ?? {},
    body: Buffer.from(body),
    text: () => body,
    json: () => {
      try {
        return parseJson(body);
      } catch {
        // As the real client has it: an answer that is no JSON is undefined.
        return undefined;
      }
    },
  };
  return { request: () => Promise.resolve(answer) };
}

function selfDescription({ network, account, message, bodies }: Conformance): void {
  const { capabilities } = network;

  it('has what its ways of receiving need', () => {
    expect(capabilities.transports.length).toBeGreaterThan(0);
    expect({
      webhook: capabilities.transports.includes('webhook') ? typeof network.isAuthentic : 'function',
      poll: capabilities.transports.includes('poll') ? typeof network.poll : 'function',
      stream: capabilities.transports.includes('stream') ? typeof network.stream : 'function',
      settle: ['native-key', 'read-back'].includes(capabilities.idempotency) ? typeof network.settle : 'function',
    }).toEqual({ webhook: 'function', poll: 'function', stream: 'function', settle: 'function' });
  });

  it('receives what it says it does, and shows a sample of each', () => {
    const events = bodies.flatMap(({ body, account: to }) => network.parse(body, to));
    expect([...new Set(events.flatMap(receivedAs))].toSorted()).toEqual([...capabilities.receives].toSorted());
  });

  it('has rules for the replies it can send', () => {
    const spaces = Object.entries(capabilities.replies);
    expect(spaces.map(([space]) => space)).toContain(message.space);
    for (const [, rules] of spaces) {
      expect(rules.maxLength).toBeGreaterThanOrEqual(message.text.length);
      expect(rules.attachments.max === 0).toBe(rules.attachments.types.length === 0);
      expect(rules.window?.hours ?? 1).toBeGreaterThan(0);
      expect(rules.window?.humanAgentHours ?? Infinity).toBeGreaterThan(rules.window?.hours ?? 0);
    }
    const via = capabilities.publicToPrivate?.via ?? network.id;
    expect(networks.map(({ id }) => id)).toContain(via);
  });

  it('refuses the moderation that it does not offer', async () => {
    expect(network.moderate === undefined).toBe(capabilities.moderation.length === 0);
    const http: Http = { request: () => Promise.reject(new NotSent('a call that should not be made')) };
    for (const act of ['hide', 'unhide', 'delete', 'like', 'unlike', 'edit-own'] as const) {
      const has = capabilities.moderation.some((one) => one === act || one === `${act}-own`);
      if (network.moderate === undefined || has) continue;
      await expect(network.moderate({ act, messageId: '1/1', text: 'x' }, account, http)).rejects.toMatchObject({
        kind: 'rejected',
      });
    }
  });

  it('asks for what it needs in both languages, and hides secrets', () => {
    const fields = [...network.appFields, ...network.accountFields];
    const words = [...fields.flatMap(({ label, help }) => [label, help ?? label]), ...capabilities.cannot];
    expect(words.filter(({ en, fr }) => en.trim() === '' || fr.trim() === '' || en === fr)).toEqual([]);
    const isSecretName = /token|secret|password/iu;
    expect(fields.filter(({ name, kind }) => isSecretName.test(name) && kind !== 'secret')).toEqual([]);
    expect(missing(network.accountFields, account.settings)).toEqual([]);
    expect(missing(network.appFields, account.app)).toEqual([]);
    expect(network.apiBase).not.toMatch(/\/$/u);
  });
}

function missing(fields: readonly Field[], settings: Settings): string[] {
  return fields.flatMap(({ name, required }) => (required && settings[name] === undefined ? [name] : []));
}

function receivedAs(event: InboundEvent): string[] {
  switch (event.kind) {
    case 'message':
      if (event.from === 'us') return ['echo'];
      return event.edition > 0 ? ['edit', event.messageKind] : [event.messageKind];
    case 'message-deleted':
      return ['delete'];
    case 'reaction':
    case 'receipt':
      return [event.kind];
    default:
      return [];
  }
}
