import type { Field } from '../kit/form.js';

/** Our app at X: developer.x.com, Projects & Apps, Keys and tokens. */
export const appFields: readonly Field[] = [
  {
    name: 'consumerSecret',
    label: { en: 'API key secret', fr: 'Secret de la clé d’API' },
    kind: 'secret',
    required: true,
    help: {
      en: 'Of the “Consumer Keys”: X signs its calls with it.',
      fr: 'Dans « Consumer Keys » : X signe ses appels avec.',
    },
  },
  {
    name: 'bearerToken',
    label: { en: 'Bearer token of the app', fr: 'Jeton Bearer de l’app' },
    kind: 'secret',
    required: false,
    help: {
      en: 'Lets X call Relais at once, and shows what reading costs. Without it Relais polls every minute.',
      fr: 'Permet à X d’appeler Relais aussitôt, et de suivre le coût. Sans lui, Relais interroge X chaque minute.',
    },
  },
  {
    name: 'clientId',
    label: { en: 'Client ID', fr: 'ID client' },
    kind: 'text',
    required: true,
    help: { en: 'Of OAuth 2.0.', fr: 'De la partie OAuth 2.0.' },
  },
  {
    name: 'clientSecret',
    label: { en: 'Client secret', fr: 'Secret client' },
    kind: 'secret',
    required: true,
    help: {
      en: 'Of OAuth 2.0; the app is of the kind “Web App” (confidential client).',
      fr: 'De la partie OAuth 2.0 ; l’app est de type « Web App » (client confidentiel).',
    },
  },
];

export const accountFields: readonly Field[] = [
  {
    name: 'accessToken',
    label: { en: 'Access token', fr: 'Jeton d’accès' },
    kind: 'secret',
    required: false,
    help: {
      en: 'Not needed when you connect with the button. One of OAuth 2.0, which ends after two hours.',
      fr: 'Inutile si vous connectez le compte avec le bouton. Jeton OAuth 2.0, qui expire après deux heures.',
    },
  },
  {
    name: 'refreshToken',
    label: { en: 'Refresh token', fr: 'Jeton de renouvellement' },
    kind: 'secret',
    required: false,
    help: {
      en: 'Comes with the access token where offline.access was asked for. It is good once: no other program may use it.',
      fr: 'Fourni avec le jeton d’accès si offline.access a été demandé. Il ne sert qu’une fois : aucun autre programme ne doit l’utiliser.',
    },
  },
];
