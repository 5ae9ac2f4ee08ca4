import business from './fixtures/business.json' with { type: 'json' };
import group from './fixtures/group.json' with { type: 'json' };
import personal from './fixtures/private.json' with { type: 'json' };
import { parse } from './parse.js';

const us = '6100000001';
const discussion = '-1001900000002';
const ines = { id: '5100200300', name: 'Inès Carvalho', handle: 'ines_c', language: 'fr' };

function only(body: unknown) {
  const events = parse(body, us);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('a private chat', () => {
  it('is one thread, with hidden addresses shown', () => {
    expect(only(personal.question)).toEqual({
      kind: 'message',
      account: us,
      id: '5100200300/41',
      messageKind: 'direct',
      thread: { key: '5100200300', space: 'private' },
      from: { ...ines, isBot: false, profileUrl: 'https://t.me/ines_c' },
      text: 'Ma fibre est coupée 😢 voir ici',
      attachments: [{ type: 'link', url: 'https://aide.northline.test/suivi?n=4411', title: 'ici' }],
      sentAt: new Date('2026-03-02T08:15:30.000Z'),
      edition: 0,
    });
  });

  it('reads an edit as a newer edition of the same message', () => {
    expect(only(personal.edited)).toMatchObject({
      id: '5100200300/41',
      text: 'Ma fibre est coupée depuis hier',
      sentAt: new Date('2026-03-02T08:15:30.000Z'),
      edition: 1772439400000,
    });
  });

  it.each([
    ['the largest of a photo', personal['answer-with-photo'], { type: 'image', ref: 'photo-large', size: 151000 }],
    [
      'an animation, once',
      personal.files,
      { type: 'gif', ref: 'gif-1', name: 'box.mp4', mime: 'video/mp4', size: 8000 },
    ],
    [
      'a venue, once',
      personal.venue,
      { type: 'location', latitude: 48.8412, longitude: 2.3003, title: 'Boutique Northline, 3 rue Lecourbe' },
    ],
    ['a contact', personal.contact, { type: 'contact', title: 'Paul, +33600000000' }],
    ['a sticker', personal.sticker, { type: 'sticker', ref: 'sticker-1', title: '😡' }],
    ['something of the future', personal['new-kind'], { type: 'unsupported' }],
  ])('brings %s', (_what, body, attachment) => {
    expect(only(body)).toHaveProperty('attachments', [attachment]);
  });

  it('reads captions, formatted text and what is answered', () => {
    expect(only(personal['answer-with-photo'])).toMatchObject({ text: 'Celui-ci', replyTo: '5100200300/43' });
    expect(only(personal.rich)).toMatchObject({ text: 'Panne\nbox', attachments: [] });
  });

  it('hears from a start and from a block whether the person can be reached', () => {
    const person = { kind: 'reachability', thread: '5100200300' };
    expect(only(personal.start)).toMatchObject({ ...person, reachable: true });
    expect(only(personal.blocked)).toMatchObject({ ...person, reachable: false });
  });
});

describe('a channel and its group', () => {
  const post = { text: 'Nos boutiques ferment à 18 h ce soir.', by: 'us', permalink: 'https://t.me/northline/77' };

  it('shows a post, and its copy that comments hang under', () => {
    expect(only(group['channel-post'])).toMatchObject({ kind: 'post', post: { ...post, id: '-1001900000001/77' } });
    expect(only(group['post-in-group'])).toMatchObject({ kind: 'post', post: { ...post, id: `${discussion}/500` } });
  });

  it('reads a comment as the words of one person under that post', () => {
    const thread = { key: `${discussion}:500:5100200301`, space: 'public', post: { ...post, id: `${discussion}/500` } };
    expect(only(group.comment)).toMatchObject({
      id: `${discussion}/501`,
      messageKind: 'comment',
      from: { id: '5100200301', name: 'Bram' },
      thread,
      permalink: 'https://t.me/c/1900000002/501',
    });
    expect(only(group.comment)).not.toHaveProperty('thread.answers');
  });

  it('keeps answers further down under the post, and names what they answer', () => {
    expect(only(group['answer-to-us'])).toMatchObject({
      thread: {
        key: `${discussion}:500:5100200301`,
        answers: [`${discussion}/502`],
        post: { id: `${discussion}/500` },
      },
      replyTo: `${discussion}/502`,
    });
  });

  it('takes an anonymous admin for us, in the thread of the person answered', () => {
    expect(only(group['admin-answer'])).toMatchObject({
      from: 'us',
      with: { id: '5100200301' },
      thread: { key: `${discussion}:500:5100200301`, answers: [`${discussion}/501`] },
    });
  });

  it('reads reactions and their end', () => {
    const on = { message: `${discussion}/502` };
    expect(only(group.reaction)).toMatchObject({ kind: 'reaction', on, by: { id: '5100200301' }, emoji: '👍' });
    expect(only(group['reaction-taken-back'])).toMatchObject({ on, by: { name: 'Le Gazetier' }, emoji: null });
  });
});

describe('other groups', () => {
  it('keep the words of one person together', () => {
    expect(only(group.plain)).toMatchObject({
      messageKind: 'mention',
      thread: { key: '-4100000001:5100200302', space: 'public' },
    });
    expect(only(group.anonymous)).toMatchObject({
      from: { id: '-1001900000077', name: 'Le Gazetier', handle: 'legazetier' },
      thread: { key: '-1001900000003:-1001900000077' },
    });
  });

  it('do not take the beginning of a chain of answers for a post', () => {
    const event = only(group.chain);
    const answers = ['-1001900000004/901'];
    expect(event).toHaveProperty('thread', { key: '-1001900000004:5100200303', space: 'public', answers });
    expect(event).toHaveProperty('permalink', 'https://t.me/voisins15/902');
  });

  it('have topics, each like a post', () => {
    expect(only(group.topic)).toMatchObject({
      thread: { key: '-1001900000003:30:5100200303', post: { id: '-1001900000003/30', text: 'Fibre' } },
    });
  });

  it('move, and lose our bot', () => {
    expect(only(group.moved)).toEqual({
      kind: 'thread-moved',
      account: us,
      from: '-4100000001',
      to: '-1001900000005',
    });
    expect(only(group.removed)).toMatchObject({ kind: 'account-notice', level: 'warning', code: 'chat-left' });
  });
});

describe('a business account', () => {
  const thread = { key: 'b1zConn_A-9:5100200304', space: 'private' };

  it('brings what its customers, its owner and bots write', () => {
    expect(only(business.customer)).toMatchObject({ thread, id: 'b1zConn_A-9:5100200304/3001', from: { name: 'Noé' } });
    expect(only(business.owner)).toMatchObject({ thread, from: 'us', with: { id: '5100200304', name: 'Noé' } });
    expect(only(business.bot)).toMatchObject({ thread, from: 'us', via: 'northline_bot' });
  });

  it('does not repeat an album that we sent', () => {
    const ours = { ...business.bot.business_message, media_group_id: '1390', photo: [{ file_id: 'p' }], text: '' };
    expect(only({ business_message: { ...ours, caption: 'Voici' } })).toMatchObject({ kind: 'message', text: 'Voici' });
    expect(only({ business_message: ours })).toMatchObject({ kind: 'ignored' });
  });

  it('tells deletions and what the bot may do', () => {
    const deleted = parse(business.deleted, us);
    const ids = deleted.map((event) => (event.kind === 'message-deleted' ? event.id : ''));
    expect(ids).toEqual(['b1zConn_A-9:5100200304/3001', 'b1zConn_A-9:5100200304/3002']);
    expect(only(business.connected)).toMatchObject({ level: 'info', code: 'business-on' });
    expect(only(business.silenced)).toMatchObject({ level: 'warning', code: 'business-silent' });
  });
});

describe('the direct messages of a channel', () => {
  const thread = { key: '-1001900000009:topic:5100200305', space: 'private' };

  it('are one thread for each person, whoever answers for the channel', () => {
    expect(only(business['channel-direct'])).toMatchObject({ thread, messageKind: 'direct', from: { name: 'Ève' } });
    expect(only(business['channel-answers'])).toMatchObject({ thread, from: 'us', with: { name: 'Ève' } });
  });
});

describe('a body', () => {
  it('means the same by webhook and by poll', () => {
    expect(parse({ relais: 'poll', update: personal.question }, us)).toEqual(parse(personal.question, us));
  });

  it.each([
    ['a new member', group.joined, 'message new_chat_members'],
    ['a button', personal.button, 'update callback_query'],
    ['a kind of the future', { update_id: 1, telepathy: {} }, 'update telepathy'],
    ['no payload', { update_id: 1 }, 'update nothing'],
    ['a message of no chat', { message: { text: 'hi' } }, 'message without a chat or a number'],
    ['a name of objects in general', { constructor: {} }, 'update constructor'],
  ])('that is %s is ignored', (_what, body, what) => {
    expect(only(body)).toEqual({ kind: 'ignored', what });
  });

  it.each([[null], ['text'], [[1]]])('that is %j is no body at all', (body) => {
    expect(() => parse(body, us)).toThrow('a Telegram body is an object');
  });

  it('of a bot that nobody named is refused', () => {
    expect(() => parse(personal.question, null)).toThrow('does not say which bot');
  });
});
