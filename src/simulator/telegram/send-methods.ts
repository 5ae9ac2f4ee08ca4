import type { Backend, Call, Method } from './backend.js';
import { destinationOf, type Destination } from './destination.js';
import { bad, type FileKind, type Message, type StoredFile } from './model.js';
import { messageJson } from './wire.js';
import type { Draft } from './world.js';

const longestText = 4096;
const longestCaption = 1024;
const albumSizes = { least: 2, most: 10 };

const kinds: Readonly<Record<string, FileKind>> = {
  sendPhoto: 'photo',
  sendDocument: 'document',
  sendVideo: 'video',
  sendAudio: 'audio',
  sendVoice: 'voice',
  sendAnimation: 'animation',
  sendSticker: 'sticker',
};

/** Everything that publishes a message. */
export const sendMethods: Readonly<Record<string, Method>> = {
  sendMessage: (backend, call) => {
    const text = call.params.text('text') ?? '';
    if (text.trim() === '') throw bad('message text is empty');
    if (text.length > longestText) throw bad('message is too long');
    return messageJson(publish(backend, call, { method: 'sendMessage', text }));
  },
  sendMediaGroup: (backend, call) => sendAlbum(backend, call).map((message) => messageJson(message)),
  ...Object.fromEntries(Object.entries(kinds).map(([method, kind]) => [method, sendingFile(method, kind)])),
};

interface Content {
  readonly method: string;
  readonly text: string;
  readonly file?: StoredFile;
  readonly album?: string;
  /** Known already for the second and later of an album. */
  readonly where?: Destination;
}

function sendingFile(method: string, kind: FileKind): Method {
  return (backend, call) => {
    const text = captionOf(call.params.text('caption'));
    const file = backend.files.sent(call.params, kind, kind);
    return messageJson(publish(backend, call, { method, text, file }));
  };
}

function sendAlbum(backend: Backend, call: Call): Message[] {
  const items = call.params.list('media');
  if (items.length < albumSizes.least || items.length > albumSizes.most)
    throw bad('wrong number of media in the album');
  const parts = items.map((item) => partOf(backend, call, item));
  const types = new Set(parts.map(({ file }) => (file.kind === 'video' ? 'photo' : file.kind)));
  if (types.size > 1) throw bad('documents and audio files cannot be mixed with other media');
  const where = destinationOf(backend.world, call.bot, call.params);
  const album = String(13_900_000_000_000_000 + backend.sent.length);
  return parts.map((part) => publish(backend, call, { method: 'sendMediaGroup', album, where, ...part }));
}

function partOf(backend: Backend, call: Call, item: unknown): { readonly text: string; readonly file: StoredFile } {
  const part = typeof item === 'object' && item !== null ? { ...item } : {};
  const { type, media, caption } = { type: undefined, media: undefined, caption: undefined, ...part };
  const kind = Object.values(kinds).find((one) => one === type);
  const name = String(media).replace(/^attach:\/\//u, '');
  const upload = call.params.uploads.find((one) => one.field === name);
  if (kind === undefined || upload === undefined) throw bad('wrong file identifier');
  return { text: captionOf(caption), file: backend.files.received(kind, upload) };
}

function captionOf(value: unknown): string {
  const caption = typeof value === 'string' ? value : '';
  if (caption.length > longestCaption) throw bad('message caption is too long');
  return caption;
}

function publish(backend: Backend, call: Call, { method, text, file, album, where }: Content): Message {
  const { world, rates, news, sent } = backend;
  const { bot } = call;
  const { chat, replyTo, threadId, topic } = where ?? destinationOf(world, bot, call.params);
  rates.take(bot.id, chat);
  const draft: Draft = {
    chat,
    from: chat.connection?.owner ?? bot,
    byBot: chat.connection === null ? null : bot,
    replyTo,
    threadId,
    topic,
    text,
    file: file ?? null,
    album: album ?? null,
  };
  const message = world.write(draft);
  sent.push({ bot, message, method });
  news.message(message);
  return message;
}
