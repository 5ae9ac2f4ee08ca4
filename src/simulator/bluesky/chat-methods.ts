import { digText } from '../kit/dig.js';
import { XrpcError } from './access.js';
import { pageOf, type Backend, type Call, type Method } from './backend.js';
import type { Convo } from './world.js';

const mostInLog = 100;

/** Private conversations, behind the proxy header. */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.bsky.convo.listConvos': (call, { world, wire }) => {
    const ours = [...world.convos.values()].filter(({ members }) => members.includes(call.me));
    const { page, cursor } = pageOf(ours, call, 50);
    return { convos: page.map((convo) => wire.convo(convo)), ...(cursor === undefined ? {} : { cursor }) };
  },
  'chat.bsky.convo.getLog': ({ me, query }, { world, wire }) => {
    const since = query.get('cursor') ?? '';
    const lines = world.log.filter(({ to, rev }) => to === me && rev > since).slice(0, mostInLog);
    const last = lines.at(-1)?.rev ?? since;
    return { logs: lines.map((line) => wire.logLine(line)), ...(last === '' ? {} : { cursor: last }) };
  },
  'chat.bsky.convo.getConvo': (call, backend) => {
    return { convo: backend.wire.convo(convoIn(call.query.get('convoId'), call, backend)) };
  },
  'chat.bsky.convo.getMessages': (call, backend) => {
    const convo = convoIn(call.query.get('convoId'), call, backend);
    const { page, cursor } = pageOf(convo.messages, call, 50);
    const messages = page.map((message) => backend.wire.message(message));
    return { messages, ...(cursor === undefined ? {} : { cursor }) };
  },
  'chat.bsky.convo.getConvoForMembers': ({ me, query }, { world, wire }) => {
    const other = query.get('members') ?? '';
    if (!world.people.has(other)) throw new XrpcError(400, 'RecipientNotFound', 'recipient not found');
    if (world.closed.has(other)) {
      throw new XrpcError(400, 'MessagesDisabled', 'recipient has disabled incoming messages');
    }
    return { convo: wire.convo(world.convoOf(me, other)) };
  },
  'chat.bsky.convo.sendMessage': (call, backend) => {
    const convo = convoIn(digText(call.body, 'convoId') ?? null, call, backend);
    const other = convo.members.find((did) => did !== call.me) ?? '';
    if (backend.world.closed.has(other)) throw new XrpcError(400, 'BlockedActor', 'block between recipient and sender');
    const text = digText(call.body, 'message.text') ?? '';
    if (text === '' || [...text].length > 1000) throw new XrpcError(400, 'InvalidRequest', 'Invalid message text');
    return backend.wire.message(backend.world.say(convo, call.me, text));
  },
  'chat.bsky.convo.addReaction': (call, backend) => react(call, backend, true),
  'chat.bsky.convo.removeReaction': (call, backend) => react(call, backend, false),
};

function react(call: Call, backend: Backend, isAdded: boolean): unknown {
  const { body, me } = call;
  const convo = convoIn(digText(body, 'convoId') ?? null, call, backend);
  const message = convo.messages.find(({ id }) => id === digText(body, 'messageId'));
  const value = digText(body, 'value') ?? '';
  if (message === undefined) throw new XrpcError(400, 'InvalidRequest', 'message not found');
  backend.world.react(convo, message, isAdded ? { value, did: me } : { gone: value });
  return { message: backend.wire.message(message) };
}

function convoIn(id: string | null, { me }: Call, { world }: Backend): Convo {
  const convo = world.convos.get(id ?? '');
  if (!convo?.members.includes(me)) throw new XrpcError(400, 'InvalidConvo', 'Convo not found');
  return convo;
}
