import { GraphError, type Comment, type Named, type Page, type Person, type Post, type Review } from './model.js';
import { gone, named, seconds, written, type World } from './world.js';

const maxComment = 8000;

export interface CommentDraft {
  readonly author: Named;
  readonly message: string;
  readonly photo?: string | null;
  readonly byApp?: boolean;
  readonly files?: readonly string[];
}

/** Posts and what stands under them. */
export class Feed {
  constructor(private readonly world: World) {}

  post(page: Page, author: Named, draft: { readonly message: string; readonly isTagged?: boolean }): Post {
    const now = this.world.now();
    const post: Post = {
      id: `${draft.isTagged === true ? author.id : page.id}_${this.world.nextId()}`,
      pageId: page.id,
      author: named(author),
      createdAt: now,
      updatedAt: now,
      isTagged: draft.isTagged ?? false,
      message: draft.message,
      isDeleted: false,
      privateReply: null,
    };
    this.world.state.posts.set(post.id, post);
    if (post.isTagged) this.tell(page, 'mention', { item: 'post', verb: 'add', post_id: post.id });
    else this.tellPost(page, post, 'add');
    return post;
  }

  /** Under a post, or under a comment: an answer to an answer is put below the first one. */
  comment(on: string, draft: CommentDraft): Comment {
    const { post, parentId } = this.placeOf(on);
    mustSay(draft);
    const now = this.world.now();
    const comment: Comment = {
      id: `${post.id.split('_')[1] ?? post.id}_${this.world.nextId()}`,
      pageId: post.pageId,
      postId: post.id,
      parentId,
      author: named(draft.author),
      photo: draft.photo ?? null,
      createdAt: now,
      message: draft.message,
      isHidden: false,
      isDeleted: false,
      isLiked: false,
      privateReply: null,
    };
    this.world.state.comments.set(comment.id, comment);
    post.updatedAt = now;
    this.record(comment, draft);
    this.tellComment(comment, 'add');
    return comment;
  }

  editComment(comment: Comment, message: string): void {
    mustSay({ message });
    comment.message = message;
    this.tellComment(comment, 'edited');
  }

  removeComment(comment: Comment): void {
    comment.isDeleted = true;
    for (const other of this.world.state.comments.values()) if (other.parentId === comment.id) other.isDeleted = true;
    this.tellComment(comment, 'remove');
  }

  hideComment(comment: Comment, isHidden: boolean): void {
    comment.isHidden = isHidden;
    this.tellComment(comment, isHidden ? 'hide' : 'unhide');
  }

  removePost(post: Post): void {
    post.isDeleted = true;
    this.tellPost(this.world.page(post.pageId), post, 'remove');
  }

  review(page: Page, author: Person, what: { readonly text: string; readonly recommends: boolean }): Review {
    const review = {
      id: this.world.nextId(),
      pageId: page.id,
      author: named(author),
      createdAt: this.world.now(),
      ...what,
    };
    this.world.state.reviews.set(review.id, review);
    this.tell(page, 'ratings', {
      item: 'rating',
      verb: 'add',
      open_graph_story_id: review.id,
      reviewer_id: author.id,
      reviewer_name: author.name,
      review_text: what.text,
      recommendation_type: what.recommends ? 'POSITIVE' : 'NEGATIVE',
      comment_id: null,
    });
    return review;
  }

  react(page: Page, by: Named, what: { readonly on: string; readonly type: string | null }): void {
    const comment = this.world.state.comments.get(what.on);
    const postId = comment?.postId ?? what.on;
    this.tell(page, 'feed', {
      from: named(by),
      item: 'reaction',
      verb: what.type === null ? 'remove' : 'add',
      reaction_type: what.type ?? 'like',
      post_id: postId,
      parent_id: postId,
      ...(comment === undefined ? {} : { comment_id: comment.id }),
    });
  }

  /** Throws the error of the API for what is not there any more. */
  commentOf(id: string): Comment {
    const comment = this.world.state.comments.get(id);
    if (comment === undefined || comment.isDeleted) throw gone(id);
    return comment;
  }

  postOf(id: string): Post {
    const post = this.world.state.posts.get(id);
    if (post === undefined || post.isDeleted) throw gone(id);
    return post;
  }

  private placeOf(on: string): { post: Post; parentId: string } {
    if (this.world.state.posts.has(on)) return { post: this.postOf(on), parentId: on };
    const comment = this.commentOf(on);
    const isTop = comment.parentId === comment.postId;
    return { post: this.postOf(comment.postId), parentId: isTop ? comment.id : comment.parentId };
  }

  private record(comment: Comment, draft: CommentDraft): void {
    if (comment.author.id !== comment.pageId) return;
    this.world.state.published.push({
      kind: 'comment',
      id: comment.id,
      page: comment.pageId,
      on: comment.parentId,
      text: comment.message,
      files: draft.files ?? [],
      at: comment.createdAt.toISOString(),
      tag: null,
      byApp: draft.byApp ?? false,
    });
  }

  private tellComment(comment: Comment, verb: string): void {
    const post = this.world.state.posts.get(comment.postId);
    const isGone = verb === 'remove';
    this.tell(this.world.page(comment.pageId), 'feed', {
      from: comment.author,
      ...(post === undefined || isGone ? {} : { post: this.postTold(post) }),
      ...(isGone ? {} : { message: comment.message }),
      ...(isGone || comment.photo === null ? {} : { photo: comment.photo }),
      post_id: comment.postId,
      comment_id: comment.id,
      item: 'comment',
      parent_id: comment.parentId,
      verb,
      ...(verb === 'add' ? { created_time: seconds(comment.createdAt) } : {}),
    });
  }

  private tellPost(page: Page, post: Post, verb: string): void {
    const isOurs = post.author.id === page.id;
    this.tell(page, 'feed', {
      from: post.author,
      ...(verb === 'remove' ? { recipient_id: page.id } : { message: post.message }),
      post_id: post.id,
      item: isOurs && verb !== 'remove' ? 'status' : 'post',
      verb,
      published: 1,
    });
  }

  private postTold(post: Post) {
    return {
      status_type: 'mobile_status_update',
      is_published: true,
      updated_time: written(post.updatedAt),
      permalink_url: `https://www.facebook.com/${post.id.replace('_', '/posts/')}`,
      promotion_status: 'inactive',
      id: post.id,
    };
  }

  private tell(page: Page, field: string, value: Readonly<Record<string, unknown>>): void {
    this.world.news.change(page, { field, value: { created_time: seconds(this.world.now()), ...value } });
  }
}

function mustSay({ message, photo }: { readonly message: string; readonly photo?: string | null }): void {
  if (message.trim() === '' && (photo ?? null) === null) {
    throw new GraphError(100, '(#100) Missing or invalid comment text', { subcode: 1349130 });
  }
  if (message.length > maxComment) throw new GraphError(100, '(#100) Param message is too long');
}
