import type { Field } from '../kit/form.js';

/** Our app: dev.twitch.tv/console, Applications. */
export const appFields: readonly Field[] = [
  { name: 'clientId', label: { en: 'Client ID', fr: 'ID client' }, kind: 'text', required: true },
  { name: 'clientSecret', label: { en: 'Client secret', fr: 'Secret client' }, kind: 'secret', required: true },
];

export const accountFields: readonly Field[] = [
  {
    name: 'accessToken',
    label: { en: 'Access token', fr: 'Jeton d’accès' },
    kind: 'secret',
    required: false,
    help: {
      en: 'Not needed when you connect with the button.',
      fr: 'Inutile si vous connectez le compte avec le bouton.',
    },
  },
  {
    name: 'refreshToken',
    label: { en: 'Refresh token', fr: 'Jeton de renouvellement' },
    kind: 'secret',
    required: false,
    help: { en: 'Comes with the access token.', fr: 'Fourni avec le jeton d’accès.' },
  },
  {
    name: 'channel',
    label: { en: 'Channel', fr: 'Chaîne' },
    kind: 'text',
    required: false,
    help: {
      en: 'The name of the channel whose chat is read, when it is not the account’s own.',
      fr: 'Le nom de la chaîne dont le chat est lu, si ce n’est pas celle du compte.',
    },
  },
  {
    name: 'receive',
    label: { en: 'How messages arrive', fr: 'Arrivée des messages' },
    kind: 'text',
    required: false,
    initial: 'stream',
    choices: [
      { value: 'stream', label: { en: 'Relais listens (WebSocket)', fr: 'Relais écoute (WebSocket)' } },
      { value: 'webhook', label: { en: 'Twitch calls Relais (webhook)', fr: 'Twitch appelle Relais (webhook)' } },
    ],
    help: {
      en: 'The webhook needs a public HTTPS address for Relais, on port 443.',
      fr: 'Le webhook exige une adresse HTTPS publique pour Relais, sur le port 443.',
    },
  },
];
