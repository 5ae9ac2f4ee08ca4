import { digText } from '../kit/dig.js';
import type { Comment, LiveMessage, World } from './world.js';

const inlineReplies = 2;

export function commentOnWire(comment: Comment, channelId: string): object {
  const { author } = comment;
  return {
    kind: 'youtube#comment',
    etag: `etag-${comment.id}-${comment.updatedAt}`,
    id: comment.id,
    snippet: {
      channelId,
      videoId: comment.video,
      ...(comment.parentId === null ? {} : { parentId: comment.parentId }),
      textDisplay: comment.text,
      authorDisplayName: author.name,
      authorProfileImageUrl: `https://yt3.example/${author.id}`,
      authorChannelUrl: `http://www.youtube.com/channel/${author.id}`,
      authorChannelId: { value: author.id },
      canRate: true,
      viewerRating: 'none',
      likeCount: 0,
      ...(comment.standing === 'published' ? {} : { moderationStatus: comment.standing }),
      publishedAt: comment.publishedAt,
      updatedAt: comment.updatedAt,
    },
  };
}

/** The newest replies only, as the API has it: the others must be asked for. */
export function threadOnWire(top: Comment, world: World): object {
  const replies = world.repliesTo(top.id);
  const shown = replies.slice(-inlineReplies).map((reply) => commentOnWire(reply, world.ours.id));
  return {
    kind: 'youtube#commentThread',
    etag: `etag-thread-${top.id}`,
    id: top.id,
    snippet: {
      channelId: world.ours.id,
      videoId: top.video,
      topLevelComment: commentOnWire(top, world.ours.id),
      canReply: true,
      totalReplyCount: replies.length,
      isPublic: true,
    },
    ...(shown.length === 0 ? {} : { replies: { comments: shown } }),
  };
}

export function liveOnWire(message: LiveMessage): object {
  return {
    kind: 'youtube#liveChatMessage',
    id: message.id,
    snippet: {
      type: 'textMessageEvent',
      liveChatId: message.chat,
      authorChannelId: message.author.id,
      publishedAt: message.publishedAt,
      hasDisplayContent: true,
      displayMessage: message.text,
      textMessageDetails: { messageText: message.text },
    },
    authorDetails: { channelId: message.author.id, displayName: message.author.name },
  };
}

export function pageOf<Item>(
  items: readonly Item[],
  query: Readonly<Record<string, unknown>>,
  onWire: (item: Item) => object,
): { items: object[]; nextPageToken?: string } {
  // What is asked for by its ids comes whole: pages are for lists.
  const size = query['id'] === undefined ? Math.min(100, Number(query['maxResults'] ?? 20)) : items.length;
  const start = Number((digText(query, 'pageToken') ?? 'p0').slice(1));
  const page = items.slice(start, start + size).map(onWire);
  return start + size < items.length ? { items: page, nextPageToken: `p${start + size}` } : { items: page };
}
