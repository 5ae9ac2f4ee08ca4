import type { Backend } from './backend.js';
import type { Message, Published } from './model.js';

/** What everybody can see of a bot's message by now. */
export function publishedOf({ bot, message, method }: Backend['sent'][number]): Published {
  const { chat, id, replyTo, threadId, topic, file, date } = message;
  return {
    bot: bot.id,
    method,
    chat: chat.id,
    message: id,
    ...(chat.connection === null ? {} : { business: chat.connection.id }),
    to: recipientOf(message),
    text: message.text,
    replyTo: replyTo?.id ?? null,
    thread: threadId,
    topic: topic?.id ?? null,
    files: file === null ? [] : [file.name],
    at: new Date(date * 1000).toISOString(),
    isDeleted: message.isDeleted,
    isEdited: message.editDate !== null,
  };
}

function recipientOf({ chat, topic, replyTo }: Message): string | null {
  const person = chat.person ?? topic ?? replyTo?.from;
  return person?.username ?? null;
}
