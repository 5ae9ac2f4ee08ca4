import { pageOf, type Method } from './backend.js';
import { postCollection } from './world.js';

/** What the app shows: notifications, posts, profiles. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'app.bsky.notification.listNotifications': (call, { world, wire }) => {
    const reasons = call.query.getAll('reasons');
    const ours = world.notices.filter(
      ({ to, reason, record }) =>
        to === call.me && (reasons.length === 0 || reasons.includes(reason)) && world.records.has(record.uri),
    );
    const { page, cursor } = pageOf(ours, call, 50);
    return {
      notifications: page.map((notice) => wire.notification(notice)),
      ...(cursor === undefined ? {} : { cursor }),
    };
  },
  'app.bsky.feed.getAuthorFeed': (call, { world, wire }) => {
    const all = [...world.records.values()].filter(
      ({ did, collection }) => did === call.query.get('actor') && collection === postCollection,
    );
    const { page, cursor } = pageOf(all, call, 50);
    return { feed: page.map((record) => wire.feedItem(record, call.me)), ...(cursor === undefined ? {} : { cursor }) };
  },
  'app.bsky.feed.getPosts': ({ me, query }, { world, wire }) => {
    const found = query.getAll('uris').flatMap((uri) => world.records.get(uri) ?? []);
    return { posts: found.filter(({ did }) => !world.hidden.has(did)).map((record) => wire.post(record, me)) };
  },
  'app.bsky.actor.getProfile': ({ query }, { wire }) => wire.profile(query.get('actor') ?? ''),
};
