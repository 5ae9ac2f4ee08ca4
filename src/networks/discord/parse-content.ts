import type { Attachment, AttachmentType } from '../../domain/message/attachment.js';
import type { Author } from '../../domain/message/inbound-event.js';
import { present } from '../kit/present.js';
import { fields, flag, id, link, list, number, text, type Fields } from '../kit/read.js';

/** The person of a User; the name that the server knows them by goes first. Undefined without an id. */
export function personOf(value: unknown, member?: unknown): Author | undefined {
  const user = fields(value);
  const userId = id(user['id']);
  if (userId === undefined) return undefined;
  const handle = text(user['username']);
  const avatar = text(user['avatar']);
  return {
    id: userId,
    name: text(fields(member)['nick']) ?? text(user['global_name']) ?? handle ?? '',
    ...present({ handle, avatarUrl: avatarOf(userId, avatar), isBot: flag(user['bot']) }),
  };
}

function avatarOf(userId: string, avatar: string | undefined): string | undefined {
  const isPlain = avatar !== undefined && /^\w+$/u.test(avatar) && /^\d+$/u.test(userId);
  return isPlain ? `https://cdn.discordapp.com/avatars/${userId}/${avatar}.png` : undefined;
}

/** What a message says: names in the place of ids. A forwarded one carries its words apart. */
export function wordsOf(message: Fields): string {
  const forwarded = forwardedIn(message);
  const names = new Map(
    list(message['mentions']).flatMap((one) => {
      const person = personOf(one, fields(one)['member']);
      return person === undefined ? [] : [[person.id, person.name] as const];
    }),
  );
  const words = [text(message['content']), text(forwarded['content'])].filter((one) => one !== undefined).join('\n\n');
  return words
    .replace(/<@!?(\d+)>/gu, (found, userId: string) => (names.has(userId) ? `@${names.get(userId)}` : found))
    .replace(/<a?:(\w+):\d+>/gu, ':$1:');
}

export function attachmentsOf(message: Fields): Attachment[] {
  const files = [...list(message['attachments']), ...list(forwardedIn(message)['attachments'])];
  const question = text(fields(fields(message['poll'])['question'])['text']);
  return [
    ...files.map((one) => fileOf(fields(one))),
    ...list(message['sticker_items']).map((one) => stickerOf(fields(one))),
    ...(question === undefined ? [] : [{ type: 'unsupported', name: 'poll', title: question } as const]),
  ];
}

function forwardedIn(message: Fields): Fields {
  return fields(fields(list(message['message_snapshots'])[0])['message']);
}

/** The address is signed and ends within a day: whoever stores the message copies the file at once. */
function fileOf(file: Fields): Attachment {
  const url = link(file['url']);
  const mime = text(file['content_type']);
  const told = present({
    name: text(file['filename']),
    mime,
    size: number(file['size']),
    title: text(file['description']),
  });
  return url === undefined ? { type: 'unsupported', ...told } : { type: typeOf(file, mime), url, ...told };
}

function typeOf(file: Fields, mime: string | undefined): AttachmentType {
  // Only voice messages have a waveform.
  if (text(file['waveform']) !== undefined) return 'voice';
  if (mime === 'image/gif') return 'gif';
  const [kind] = (mime ?? '').split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}

function stickerOf(sticker: Fields): Attachment {
  const stickerId = id(sticker['id']);
  const title = present({ title: text(sticker['name']) });
  // 3 is an animation that no browser shows as a picture.
  const isPicture = stickerId !== undefined && /^\d+$/u.test(stickerId) && number(sticker['format_type']) !== 3;
  return isPicture
    ? { type: 'sticker', url: `https://media.discordapp.net/stickers/${stickerId}.png`, ...title }
    : { type: 'unsupported', ...title };
}
