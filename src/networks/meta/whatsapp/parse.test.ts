import { parse } from '../parse.js';
import whatsapp from './fixtures/whatsapp.json' with { type: 'json' };

const account = '106500000000011';
const phone = '33612345678';
const userId = 'FR.13491208655302741918';
const of = { network: 'whatsapp', account };
const ines = { id: phone, name: 'Inès Carvalho', handle: `+${phone}` };

function only(body: unknown, to: string | null = null) {
  const events = parse(body, to);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('a message', () => {
  it('is one of the exchange with a person', () => {
    expect(only(whatsapp.text)).toEqual({
      ...of,
      kind: 'message',
      id: 'wamid.HBgLMzM2MTIzNDU2NzgVAgASGBQ1',
      messageKind: 'direct',
      thread: { key: phone, space: 'private' },
      from: ines,
      text: 'Ma box clignote 🔴',
      attachments: [],
      sentAt: new Date('2026-03-02T08:15:30.000Z'),
      edition: 0,
    });
  });

  it.each([
    [
      'a picture',
      whatsapp.picture,
      { text: 'la voici', attachments: [{ type: 'image', ref: '700001', mime: 'image/jpeg' }] },
    ],
    ['a voice', whatsapp.voice, { attachments: [{ type: 'voice', ref: '700002', mime: 'audio/ogg' }] }],
    [
      'a document',
      whatsapp.document,
      { attachments: [{ type: 'file', ref: '700003', mime: 'application/pdf', name: 'facture.pdf' }] },
    ],
    ['a sticker', whatsapp.sticker, { attachments: [{ type: 'sticker', ref: '700004', mime: 'image/webp' }] }],
    [
      'a place',
      whatsapp.location,
      { attachments: [{ type: 'location', latitude: -10.5, longitude: 2.25, title: 'Boutique, 1 rue X' }] },
    ],
    [
      'contacts',
      whatsapp.contacts,
      {
        attachments: [
          { type: 'contact', title: 'Bram, +33 6 00' },
          { type: 'contact', title: 'Léa' },
        ],
      },
    ],
    ['a button of a template', whatsapp.button, { text: 'Oui' }],
    ['a button', whatsapp['button-reply'], { text: 'Panne' }],
    ['a line of a list', whatsapp['list-reply'], { text: 'Fibre\nDébit lent' }],
    ['a form', whatsapp.form, { text: 'Sent\nville: Lyon' }],
    ['an order', whatsapp.order, { text: 'vite\n2 × box (9.5 EUR)' }],
    ['an answer', whatsapp.answer, { replyTo: 'wamid.OUT1' }],
    [
      'from an advertisement',
      whatsapp['from-ad'],
      { attachments: [{ type: 'link', url: 'https://fb.example/ad', title: 'Fibre à 20 €' }] },
    ],
    ['in a group', whatsapp.group, { thread: { key: `group:G1:${phone}`, space: 'private' } }],
    ['what is not passed on', whatsapp.unsupported, { attachments: [{ type: 'unsupported' }] }],
    ['a type from the future', whatsapp['new-type'], { attachments: [{ type: 'unsupported' }] }],
    ['an edit', whatsapp.edit, { id: 'wamid.A1', text: 'corrigé', edition: 1_772_439_330_000 }],
    ['without a name', whatsapp['no-profile'], { from: { id: phone, name: `+${phone}` } }],
    ['without a number', whatsapp['no-phone'], { from: { id: userId, name: 'ines', handle: 'ines' } }],
    ['from the brand’s telephone', whatsapp.echo, { from: 'us', with: { id: phone }, via: 'WhatsApp Business app' }],
  ])('is understood: %s', (_what, body, event) => {
    expect(only(body)).toMatchObject({ ...of, kind: 'message', messageKind: 'direct', ...event });
  });

  it('that tells the number and the id takes the exchange from the one to the other', () => {
    expect(parse(whatsapp['with-id'], null)).toMatchObject([
      { ...of, kind: 'thread-moved', from: phone, to: userId, alone: true },
      { ...of, kind: 'message', from: { id: userId, handle: 'ines' }, thread: { key: userId } },
    ]);
  });

  it('stands beside others, and beside statuses', () => {
    expect(parse(whatsapp.mixed, null)).toMatchObject([
      { id: 'wamid.M1' },
      { id: 'wamid.M2' },
      { kind: 'receipt', state: 'read', messages: ['wamid.OUT1'] },
    ]);
  });

  it.each([
    ['by the person', whatsapp.revoke, 'wamid.A1'],
    ['on the brand’s telephone', whatsapp['echo-revoke'], 'wamid.E1'],
  ])('is taken back %s', (_who, body, id) => {
    expect(only(body)).toMatchObject({ ...of, kind: 'message-deleted', id });
  });

  it.each([
    ['given', whatsapp.reaction, '👍'],
    ['taken back', whatsapp['reaction-removed'], null],
  ])('has a reaction %s', (_what, body, emoji) => {
    expect(only(body)).toMatchObject({ ...of, kind: 'reaction', on: { message: 'wamid.OUT1' }, by: ines, emoji });
  });
});

describe('what became of a message of ours', () => {
  it('is a receipt', () => {
    expect(only(whatsapp.read)).toMatchObject({ ...of, kind: 'receipt', state: 'read', messages: ['wamid.OUT1'] });
    expect(only(whatsapp.played)).toMatchObject({ kind: 'receipt', state: 'read' });
  });

  it('says which it was, where it has our mark', () => {
    const mark = { kind: 'message', from: 'us', id: 'wamid.OUT1', marker: '5f0c9c6e-31a7-4a52-9d6c-1c6f0a3f2b11' };
    expect(only(whatsapp['sent-marked'])).toMatchObject(mark);
    expect(parse(whatsapp.delivered, null)).toMatchObject([mark, { kind: 'receipt', state: 'delivered' }]);
  });

  it('is a failure, minutes later, with its name', () => {
    expect(only(whatsapp.failed)).toMatchObject({
      ...of,
      kind: 'message-failed',
      id: 'wamid.OUT1',
      failure: 'window-closed',
      code: '131047',
      detail: 'Re-engagement message: More than 24 hours have passed',
    });
  });
});

describe('a person', () => {
  it.each([
    ['number', whatsapp['number-changed'], [{ from: phone, to: '33699999999' }]],
    [
      'id',
      whatsapp['user-id'],
      [
        { from: 'FR.1', to: userId },
        { from: phone, to: userId },
      ],
    ],
  ])('who has another %s is known by it', (_what, body, moves) => {
    expect(parse(body, null)).toMatchObject(moves.map((move) => ({ ...of, kind: 'thread-moved', ...move })));
  });
});

it.each([
  ['account_update ACCOUNT_RESTRICTION', whatsapp.restricted, 'warning'],
  ['message_template_status_update REJECTED', whatsapp['template-rejected'], 'warning'],
  ['error-131000', whatsapp.error, 'info'],
])('tells administrators: %s', (code, body, level) => {
  expect(only(body, account)).toMatchObject({ ...of, kind: 'account-notice', code, level });
});

it.each([
  ['a changed key', whatsapp['identity-changed'], 'system customer_identity_changed'],
  ['a wish to be welcomed', whatsapp.welcome, 'message request_welcome'],
  ['that it was sent', whatsapp.sent, 'status sent'],
  ['a preference', whatsapp.preference, 'user_preferences stop'],
  ['the past', whatsapp.history, 'field history'],
  [
    'a notice of a number that it does not name',
    whatsapp.restricted,
    'field account_update of no number ACCOUNT_RESTRICTION',
  ],
  ['a change without a value', whatsapp['no-value'], 'messages without a value'],
])('ignores %s', (_what, body, what) => {
  expect(only(body)).toEqual({ kind: 'ignored', what });
});
