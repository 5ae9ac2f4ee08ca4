import type { Account, Person } from './model.js';
import type { World } from './world.js';

export type Body = Readonly<Record<string, unknown>>;

/** What people do on Instagram, and what the brand does there without Relais. `account` may be left out: the first. */
export function customers(world: World): Deeds {
  const accountOf = (body: Body) => world.account(said(body, 'account') || ([...world.state.accounts.keys()][0] ?? ''));
  const who: Who = { accountOf, personOf: (body) => world.person(accountOf(body), said(body, 'username')) };
  return { ...inPublic(world, who), ...inPrivate(world, who), ...later(world) };
}

type Deeds = Readonly<Record<string, (body: Body) => object>>;

interface Who {
  readonly accountOf: (body: Body) => Account;
  readonly personOf: (body: Body) => Person;
}

function inPublic(world: World, { accountOf, personOf }: Who): Deeds {
  return {
    posts: (body) => {
      const account = accountOf(body);
      return { id: world.post({ account, username: account.username, caption: said(body, 'caption') }).id };
    },
    comments: (body) => {
      const account = accountOf(body);
      const person = personOf(body);
      const somewhere = world.mediaOf(account)[0] ?? world.post({ account, username: account.username, caption: '' });
      const from = { id: person.id, username: person.username };
      const comment = world.comment(said(body, 'on') || somewhere.id, from, said(body, 'text'));
      return { id: comment.id, personId: person.id, mediaId: comment.mediaId };
    },
    mentions: (body) => {
      const account = accountOf(body);
      const { id, username } = personOf(body);
      const caption = said(body, 'caption');
      const media = world.post({ account: null, username, caption, ...(caption === '' ? {} : { tags: account.id }) });
      const text = said(body, 'text');
      const commentId = text === '' ? undefined : world.comment(media.id, { id, username }, text).id;
      world.mention(account, { mediaId: media.id, ...(commentId === undefined ? {} : { commentId }) });
      return { mediaId: media.id, commentId: commentId ?? '' };
    },
  };
}

function inPrivate(world: World, { accountOf, personOf }: Who): Deeds {
  const chat = (body: Body) => world.with(accountOf(body), personOf(body));
  return {
    messages: (body) => {
      const story = said(body, 'story');
      const url = `https://lookaside.example/${story}`;
      const message = world.receive(chat(body), {
        text: said(body, 'text'),
        ...(story === '' ? {} : { story: { id: story, url } }),
      });
      return { mid: message.mid, personId: personOf(body).id };
    },
    'story-mentions': (body) => {
      const file = { type: 'story_mention', url: 'https://lookaside.example/story', name: 'story' };
      return { mid: world.receive(chat(body), { text: '', files: [file] }).mid, personId: personOf(body).id };
    },
    blocks: (body) => {
      personOf(body).isBlocking = true;
      return { done: true };
    },
    'brand-messages': (body) => {
      const draft = { text: said(body, 'text'), files: [], tag: null };
      return { mid: world.write(chat(body), draft).mid };
    },
  };
}

/** What becomes of messages. */
function later(world: World): Deeds {
  return {
    edits: (body) => {
      const { conversation, message } = world.find(said(body, 'id'));
      const told = { mid: message.mid, text: said(body, 'text'), num_edit: said(body, 'count') || 1 };
      world.tell(conversation, 'message_edit', { message_edit: told });
      return { done: true };
    },
    unsends: (body) => {
      const { conversation, message } = world.find(said(body, 'id'));
      message.isDeleted = true;
      world.tell(conversation, 'messages', { message: { mid: message.mid, is_deleted: true } });
      return { done: true };
    },
    reactions: (body) => {
      const { conversation, message } = world.find(said(body, 'id'));
      const emoji = said(body, 'emoji');
      const what = emoji === '' ? { action: 'unreact' } : { action: 'react', reaction: 'other', emoji };
      world.tell(conversation, 'message_reactions', { reaction: { mid: message.mid, ...what } });
      return { done: true };
    },
    reads: (body) => {
      const { conversation, message } = world.find(said(body, 'id'));
      world.tell(conversation, 'messaging_seen', { read: { mid: message.mid } });
      return { done: true };
    },
  };
}

function said(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
