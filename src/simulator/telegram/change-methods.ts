import type { Backend, Call, Method } from './backend.js';
import { chatOf } from './destination.js';
import { bad, type Message } from './model.js';
import { messageJson } from './wire.js';

const deletableSeconds = 48 * 3600;
const emojis = [
  '👍',
  '👎',
  '❤',
  '🔥',
  '🥰',
  '👏',
  '😁',
  '🤔',
  '🤯',
  '😱',
  '😢',
  '🎉',
  '🤩',
  '🙏',
  '👌',
  '💔',
  '😡',
  '🤗',
];

/** What changes a message that is there. */
export const changeMethods: Readonly<Record<string, Method>> = {
  editMessageText: (backend, call) => {
    const message = own(backend, call, 'edit');
    if (message.file !== null) throw bad('there is no text in the message to edit');
    return edit(backend, message, { text: call.params.text('text') ?? '', most: 4096 });
  },
  editMessageCaption: (backend, call) => {
    const message = own(backend, call, 'edit');
    if (message.file === null) throw bad('there is no caption in the message to edit');
    return edit(backend, message, { text: call.params.text('caption') ?? '', most: 1024 });
  },
  deleteMessage: (backend, call) => {
    const message = found(backend, call, 'delete');
    remove(backend, call, message);
    return true;
  },
  deleteMessages: (backend, call) => {
    const chat = chatOf(backend.world, call.bot, call.params);
    for (const id of call.params.list('message_ids')) {
      const message = chat.messages.get(Number(id));
      if (message !== undefined && !message.isDeleted) remove(backend, call, message);
    }
    return true;
  },
  deleteBusinessMessages: (backend, call) => {
    const connection = backend.world.connection(call.params.text('business_connection_id') ?? '');
    const ids = call.params.list('message_ids').map(Number);
    const ours = backend.sent.filter(
      ({ message }) => message.chat.connection === connection && ids.includes(message.id),
    );
    for (const { message } of ours) message.isDeleted = true;
    return true;
  },
  setMessageReaction: (backend, call) => {
    const message = found(backend, call, 'react');
    const [first] = call.params.list('reaction');
    const emoji = typeof first === 'object' && first !== null && 'emoji' in first ? String(first.emoji) : null;
    if (emoji !== null && !emojis.includes(emoji)) throw bad('REACTION_INVALID');
    if (emoji === null) message.reactions.delete(call.bot.id);
    else message.reactions.set(call.bot.id, emoji);
    return true;
  },
  sendChatAction: (backend, call) => {
    chatOf(backend.world, call.bot, call.params);
    return true;
  },
  readBusinessMessage: (backend, call) => {
    found(backend, call, 'read');
    return true;
  },
};

function found({ world }: Backend, { bot, params }: Call, verb: string): Message {
  const message = chatOf(world, bot, params).messages.get(params.whole('message_id') ?? 0);
  if (message === undefined || message.isDeleted) throw bad(`message to ${verb} not found`);
  return message;
}

function own(backend: Backend, call: Call, verb: string): Message {
  const message = found(backend, call, verb);
  if (message.from !== call.bot && message.byBot !== call.bot) throw bad("message can't be edited");
  return message;
}

function edit({ world }: Backend, message: Message, { text, most }: { text: string; most: number }): unknown {
  if (text.trim() === '') throw bad('message text is empty');
  if (text.length > most) throw bad(most === 1024 ? 'message caption is too long' : 'message is too long');
  if (text === message.text) {
    const same = 'specified new message content and reply markup are exactly the same as a current content';
    throw bad(`message is not modified: ${same} and reply markup of the message`);
  }
  message.text = text;
  message.editDate = world.seconds;
  return messageJson(message);
}

/** Its own for two days; others' only as an admin of the group. */
function remove({ world }: Backend, { bot }: Call, message: Message): void {
  const isOwn = message.from === bot;
  const isAdmin = message.chat.standings.get(bot.id) === 'administrator';
  const isOld = world.seconds - message.date > deletableSeconds;
  const isAllowed = isAdmin || (!isOld && (isOwn || message.chat.person !== null));
  if (!isAllowed) throw bad("message can't be deleted");
  message.isDeleted = true;
}
