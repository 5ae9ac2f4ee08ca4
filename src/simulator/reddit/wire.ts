import type { Conversation, Mail, Thing } from './world.js';

const goneWords = '[deleted]';

/** A thing as listings hold it (`raw_json=1`). */
export function wireThing(thing: Thing): { kind: string; data: Record<string, unknown> } {
  const { kind, name, at, editedAt, removed } = thing;
  const isGone = thing.author === goneWords;
  const body = removed ? '[removed]' : thing.body;
  const common = {
    id: name.slice(3),
    name,
    author: isGone ? goneWords : thing.author,
    subreddit: thing.subreddit,
    created_utc: at / 1000,
    edited: editedAt === null ? false : editedAt / 1000,
    distinguished: null,
    likes: null,
  };
  if (kind === 't3') return { kind, data: { ...common, title: body, selftext: '', permalink: permalink(thing) } };
  if (kind === 't4') {
    const { dest, subject, first = null, parent } = thing;
    return {
      kind,
      data: { ...common, body, dest, subject, first_message_name: first, parent_id: parent, was_comment: false },
    };
  }
  const { link, parent } = thing;
  return {
    kind,
    data: {
      ...common,
      body,
      body_html: '',
      link_id: link,
      parent_id: parent,
      permalink: permalink(thing),
      replies: '',
    },
  };
}

function permalink({ subreddit, link, name }: Thing): string {
  const post = (link ?? name).slice(3);
  return link === null ? `/r/${subreddit}/comments/${post}/x/` : `/r/${subreddit}/comments/${post}/x/${name.slice(3)}/`;
}

export function listing(things: readonly Thing[], query: { limit: number; after: string | undefined }) {
  const newest = things.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const from = query.after === undefined ? 0 : newest.findIndex(({ name }) => name === query.after) + 1;
  const page = newest.slice(from, from + query.limit);
  const isLast = from + query.limit >= newest.length;
  const after = isLast ? null : (page.at(-1)?.name ?? null);
  return {
    kind: 'Listing',
    data: { after, before: null, dist: page.length, modhash: null, children: page.map(wireThing) },
  };
}

export function wireConversation({ id, subject, customer, messages }: Conversation) {
  const last = new Date(messages.at(-1)?.at ?? 0).toISOString();
  const conversation = {
    id,
    subject,
    state: 0,
    isInternal: false,
    isRepliable: true,
    participant: { name: customer, isMod: false },
    authors: [{ name: customer, isMod: false, isAdmin: false }],
    objIds: messages.map((mail) => ({ id: mail.id, key: 'messages' })),
    lastUpdated: last,
  };
  return {
    conversation,
    messages: Object.fromEntries(messages.map((mail) => [mail.id, wireMail(mail)])),
    modActions: {},
  };
}

function wireMail({ id, author, isMod, body, at }: Mail) {
  const date = new Date(at).toISOString();
  return {
    id,
    body: `<p>${body}</p>`,
    bodyMarkdown: body,
    date,
    isInternal: false,
    author: { name: author, isMod, isAdmin: false },
  };
}
