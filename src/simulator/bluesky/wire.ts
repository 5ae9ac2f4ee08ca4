import type { ChatMessage, Convo, LogLine, Notice, Stored, World } from './world.js';
import { didOf, postCollection } from './world.js';
import { dig, digList, digText } from '../kit/dig.js';

/** What is shown of the world, in the network's own format. */
export class Wire {
  constructor(private readonly world: World) {}

  profile(did: string) {
    const person = this.world.people.get(did);
    return {
      did,
      handle: person?.handle ?? 'handle.invalid',
      displayName: person?.displayName ?? '',
      labels: [],
      viewer: { muted: false, blockedBy: false },
    };
  }

  notification({ reason, subject, record }: Notice) {
    return {
      uri: record.uri,
      cid: record.cid,
      author: { ...this.profile(record.did), description: 'A person' },
      reason,
      ...(subject === undefined ? {} : { reasonSubject: subject }),
      record: record.value,
      isRead: false,
      indexedAt: record.at.toISOString(),
      labels: [],
    };
  }

  /** `viewer.like` is the address of the looking account's own like. */
  post(record: Stored, viewer: string) {
    const like = [...this.world.records.values()].find(
      ({ did, collection, value }) =>
        did === viewer && collection === 'app.bsky.feed.like' && digText(value, 'subject.uri') === record.uri,
    );
    return {
      $type: 'app.bsky.feed.defs#postView',
      uri: record.uri,
      cid: record.cid,
      author: this.profile(record.did),
      record: record.value,
      ...this.embedOf(record),
      indexedAt: record.at.toISOString(),
      likeCount: 0,
      viewer: { threadMuted: false, ...(like === undefined ? {} : { like: like.uri }) },
    };
  }

  feedItem(record: Stored, viewer: string) {
    const [root, parent] = ['reply.root.uri', 'reply.parent.uri'].map((path) =>
      this.world.records.get(digText(record.value, path) ?? ''),
    );
    const post = this.post(record, viewer);
    if (dig(record.value, 'reply') === undefined) return { post };
    const shown = (one: Stored | undefined) =>
      one === undefined ? { $type: 'app.bsky.feed.defs#notFoundPost', notFound: true } : this.post(one, viewer);
    return { post, reply: { root: shown(root), parent: shown(parent) } };
  }

  convo(convo: Convo) {
    const last = convo.messages.at(-1);
    return {
      id: convo.id,
      rev: convo.rev,
      members: convo.members.map((did) => this.profile(did)),
      ...(last === undefined ? {} : { lastMessage: this.message(last) }),
      muted: false,
      status: 'accepted',
      unreadCount: 0,
    };
  }

  message(message: ChatMessage) {
    const { id, rev, did, text, at } = message;
    const shown = { id, rev, sender: { did }, sentAt: at.toISOString() };
    if (message.isDeleted) return { $type: 'chat.bsky.convo.defs#deletedMessageView', ...shown };
    const reactions = message.reactions.map((one) => ({
      value: one.value,
      sender: { did: one.did },
      createdAt: one.at.toISOString(),
    }));
    return { $type: 'chat.bsky.convo.defs#messageView', ...shown, text, reactions };
  }

  logLine({ body }: LogLine) {
    const { $type, message, reaction, ...rest } = body;
    const convo = this.world.convos.get(digText(rest, 'convoId') ?? '');
    const found = convo?.messages.find(({ id }) => id === digText(message, 'id'));
    const by = digText(reaction, 'did');
    return {
      $type: `chat.bsky.convo.defs${String($type)}`,
      ...rest,
      ...(found === undefined ? {} : { message: this.message(found) }),
      ...(by === undefined
        ? {}
        : { reaction: { value: dig(reaction, 'value'), sender: { did: by }, createdAt: dig(reaction, 'at') } }),
    };
  }

  private embedOf(record: Stored) {
    const images = digList(record.value, 'embed.images');
    if (images.length === 0 || record.collection !== postCollection) return {};
    const shown = images.map((image) => {
      const url = `https://cdn.bsky.test/${didOf(record.uri) ?? ''}/${digText(image, 'image.ref.$link') ?? ''}@jpeg`;
      return { thumb: url, fullsize: url, alt: digText(image, 'alt') ?? '' };
    });
    return { embed: { $type: 'app.bsky.embed.images#view', images: shown } };
  }
}
