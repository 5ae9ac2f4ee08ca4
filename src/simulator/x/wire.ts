import type { Direct, Tweet, World } from './world.js';

/** What is shown of the world, in the network's own format. */
export class Wire {
  constructor(private readonly world: World) {}

  user(userId: string) {
    const user = this.world.users.get(userId);
    return {
      id: userId,
      username: user?.username ?? '',
      name: user?.name ?? '',
      public_metrics: { followers_count: 7 },
    };
  }

  tweet(tweet: Tweet) {
    const refs = [
      ...(tweet.parentId === undefined ? [] : [{ type: 'replied_to', id: tweet.parentId }]),
      ...(tweet.quotedId === undefined ? [] : [{ type: 'quoted', id: tweet.quotedId }]),
    ];
    return {
      id: tweet.id,
      text: escaped(tweet.text),
      author_id: tweet.authorId,
      conversation_id: tweet.conversationId,
      created_at: tweet.at.toISOString(),
      edit_history_tweet_ids: [tweet.id],
      lang: 'en',
      ...(refs.length === 0 ? {} : { referenced_tweets: refs }),
      ...(tweet.parentAuthorId === undefined ? {} : { in_reply_to_user_id: tweet.parentAuthorId }),
      ...(tweet.media.length === 0 ? {} : { attachments: { media_keys: tweet.media.map((id) => `3_${id}`) } }),
    };
  }

  /** Of mentions the author is told, of replies nothing. */
  includes(tweets: readonly Tweet[]) {
    const about = tweets.flatMap(({ parentId, quotedId }) => [parentId, quotedId].flatMap((id) => this.tweetOf(id)));
    const people = [...tweets, ...about].map(({ authorId }) => authorId);
    return { users: [...new Set(people)].map((id) => this.user(id)), tweets: about.map((one) => this.tweet(one)) };
  }

  direct({ id, from, to, text, at, media }: Direct) {
    const [a, b] = BigInt(from) < BigInt(to) ? [from, to] : [to, from];
    return {
      id,
      event_type: 'MessageCreate',
      text: escaped(text),
      sender_id: from,
      dm_conversation_id: `${a}-${b}`,
      created_at: at.toISOString(),
      participant_ids: [from, to],
      ...(media.length === 0 ? {} : { attachments: { media_keys: media.map((one) => `3_${one}`) } }),
    };
  }

  /** In the form of the Account Activity API, which the X Activity API carries. */
  directEvent({ id, from, to, text, at }: Direct) {
    const entities = { hashtags: [], symbols: [], user_mentions: [], urls: [] };
    const message = {
      target: { recipient_id: to },
      sender_id: from,
      message_data: { text: escaped(text), entities },
    };
    return {
      direct_message_events: [
        { type: 'message_create', id, created_timestamp: String(at.getTime()), message_create: message },
      ],
      users: Object.fromEntries([from, to].map((one) => [one, { data: this.user(one) }])),
    };
  }

  private tweetOf(id: string | undefined): Tweet[] {
    const tweet = this.world.tweets.get(id ?? '');
    return tweet === undefined ? [] : [tweet];
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
