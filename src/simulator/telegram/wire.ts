import type { Account, Chat, Connection, Message, StoredFile } from './model.js';

type Json = Readonly<Record<string, unknown>>;

export function userJson(account: Account): Json {
  const [first = '', ...rest] = account.name.split(' ');
  return {
    id: account.id,
    is_bot: account.isBot,
    first_name: first,
    ...(rest.length === 0 ? {} : { last_name: rest.join(' ') }),
    username: account.username,
    ...(account.language === null ? {} : { language_code: account.language }),
  };
}

export function chatJson(chat: Chat): Json {
  if (chat.person !== null) {
    const { is_bot: _isBot, language_code: _language, ...names } = userJson(chat.person);
    return { ...names, type: 'private' };
  }
  return {
    id: chat.id,
    title: chat.title,
    ...(chat.username === null ? {} : { username: chat.username }),
    type: chat.type,
    ...(chat.isForum ? { is_forum: true } : {}),
    ...(chat.isDirect ? { is_direct_messages: true } : {}),
  };
}

/** As Telegram tells it: what it answers is shown one level deep. */
export function messageJson(message: Message, isWithin = false): Json {
  return {
    message_id: message.id,
    ...senderJson(message),
    chat: chatJson(message.chat),
    date: message.date,
    ...(message.editDate === null ? {} : { edit_date: message.editDate }),
    ...placeJson(message),
    ...(message.replyTo === null || isWithin ? {} : { reply_to_message: messageJson(message.replyTo, true) }),
    ...(message.album === null ? {} : { media_group_id: message.album }),
    ...message.service,
    ...contentJson(message),
  };
}

export function connectionJson(connection: Connection): Json {
  return {
    id: connection.id,
    user: userJson(connection.owner),
    user_chat_id: connection.owner.id,
    date: connection.madeAt,
    rights: connection.mayReply ? { can_reply: true, can_read_messages: true } : {},
    is_enabled: connection.isEnabled,
  };
}

export function reactionsJson(emoji: string | null): readonly Json[] {
  return emoji === null ? [] : [{ type: 'emoji', emoji }];
}

function senderJson({ from, senderChat, chat, byBot }: Message): Json {
  if (chat.type === 'channel') return { sender_chat: chatJson(chat) };
  return {
    from: userJson(from),
    ...(senderChat === null ? {} : { sender_chat: chatJson(senderChat) }),
    ...(byBot === null ? {} : { sender_business_bot: userJson(byBot) }),
  };
}

function placeJson({ chat, threadId, topic, copyOf }: Message): Json {
  return {
    ...(chat.connection === null ? {} : { business_connection_id: chat.connection.id }),
    ...(threadId === null ? {} : { message_thread_id: threadId }),
    ...(chat.isForum && threadId !== null ? { is_topic_message: true } : {}),
    ...(topic === null ? {} : { direct_messages_topic: { topic_id: topic.id, user: userJson(topic) } }),
    ...(copyOf === null
      ? {}
      : {
          is_automatic_forward: true,
          forward_origin: {
            type: 'channel',
            chat: chatJson(copyOf.chat),
            message_id: copyOf.id,
            date: copyOf.date,
          },
        }),
  };
}

function contentJson({ text, file }: Message): Json {
  const entities = entitiesOf(text);
  if (file === null) {
    return { ...(text === '' ? {} : { text }), ...(entities.length === 0 ? {} : { entities }) };
  }
  return {
    ...fileJson(file),
    ...(text === '' ? {} : { caption: text }),
    ...(text === '' || entities.length === 0 ? {} : { caption_entities: entities }),
  };
}

/** Offsets count UTF-16 units, as in JavaScript. */
function entitiesOf(text: string): Json[] {
  const kinds = [
    { type: 'mention', pattern: /(?<!\w)@\w{3,}/gu },
    { type: 'bot_command', pattern: /(?<=^|\s)\/\w+(?:@\w+)?/gu },
    { type: 'url', pattern: /https?:\/\/\S+/gu },
  ];
  return kinds.flatMap(({ type, pattern }) =>
    [...text.matchAll(pattern)].map((found) => ({ type, offset: found.index, length: found[0].length })),
  );
}

function fileJson(file: StoredFile): Json {
  const told = { file_id: file.id, file_unique_id: `u${file.id}`, file_size: file.size };
  if (file.kind === 'photo') {
    const small = { ...told, file_id: `${file.id}-s`, file_size: Math.min(2000, file.size), width: 90, height: 67 };
    return { photo: [small, { ...told, width: 1280, height: 960 }] };
  }
  if (file.kind === 'sticker') return { sticker: { ...told, emoji: '🙂', width: 512, height: 512, type: 'regular' } };
  const named = { ...told, file_name: file.name, mime_type: file.mime };
  if (file.kind === 'animation') return { animation: named, document: named };
  return { [file.kind]: file.kind === 'voice' ? { ...told, duration: 3, mime_type: file.mime } : named };
}
