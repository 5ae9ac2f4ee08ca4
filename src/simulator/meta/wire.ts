import type { Comment, Conversation, Direct, Page, Person, Post, Review } from './model.js';
import { written, type World } from './world.js';

type Json = Readonly<Record<string, unknown>>;

/** The things of the Graph API, with every field that a Page's token may see. */
export function postTold(post: Post): Json {
  return {
    id: post.id,
    from: post.author,
    message: post.message,
    created_time: written(post.createdAt),
    updated_time: written(post.updatedAt),
    permalink_url: `https://www.facebook.com/${post.id}`,
    ...replied(post.privateReply),
  };
}

export function commentTold(comment: Comment, page: Page): Json {
  const isOurs = comment.author.id === page.id;
  return {
    id: comment.id,
    from: comment.author,
    message: comment.message,
    ...(comment.parentId === comment.postId ? {} : { parent: { id: comment.parentId } }),
    created_time: written(comment.createdAt),
    permalink_url: `https://www.facebook.com/${comment.id}`,
    is_hidden: comment.isHidden,
    can_comment: true,
    can_hide: !isOurs,
    can_like: true,
    can_remove: true,
    can_reply_privately: !isOurs && comment.privateReply === null,
    user_likes: comment.isLiked,
    ...(comment.photo === null ? {} : { attachment: photoTold(comment.photo) }),
    ...replied(comment.privateReply),
  };
}

export function reviewTold(review: Review): Json {
  return {
    open_graph_story: { id: review.id },
    reviewer: review.author,
    review_text: review.text,
    recommendation_type: review.recommends ? 'positive' : 'negative',
    created_time: written(review.createdAt),
  };
}

export function conversationTold(conversation: Conversation, world: World): Json {
  const page = world.page(conversation.pageId);
  const { person } = conversation;
  return {
    id: conversation.id,
    updated_time: written(conversation.updatedAt),
    participants: {
      data: [
        { id: person.psid, name: person.name },
        { id: page.id, name: page.name },
      ],
    },
    can_reply: conversation.lastInboundAt !== null,
  };
}

export function directTold(message: Direct): Json {
  return {
    id: message.mid,
    created_time: written(message.at),
    from: message.from,
    to: { data: [message.to] },
    message: message.text,
    ...(message.files.length === 0 ? {} : { attachments: { data: message.files.map(fileTold) } }),
  };
}

/** Whoever has only one name has no last one. */
export function profileTold({ psid, name }: Person): Json {
  const [first, ...others] = name.split(' ');
  return {
    id: psid,
    first_name: first,
    ...(others.length === 0 ? {} : { last_name: others.join(' ') }),
    profile_pic: `https://platform-lookaside.example/${psid}.jpg`,
  };
}

function fileTold({ type, url, name }: Direct['files'][number], index: number): Json {
  const base = { id: String(index + 1), name, mime_type: type === 'image' ? 'image/jpeg' : 'application/octet-stream' };
  if (type === 'image') return { ...base, image_data: { url, width: 640, height: 480 } };
  return type === 'video' ? { ...base, video_data: { url } } : { ...base, file_url: url };
}

function photoTold(photo: string): Json {
  return { type: 'photo', url: photo, media: { image: { src: photo, width: 640, height: 480 } } };
}

function replied(conversation: string | null): Json {
  return conversation === null ? {} : { private_reply_conversation: { id: conversation } };
}
