import type { Field } from '../../kit/form.js';

export const appFields: readonly Field[] = [
  {
    name: 'appId',
    label: { en: 'App ID', fr: 'Identifiant de l’app' },
    kind: 'text',
    required: true,
    help: {
      en: 'On developers.facebook.com: your app, App settings, Basic.',
      fr: 'Sur developers.facebook.com : votre app, Paramètres de l’app, Général.',
    },
  },
  {
    name: 'appSecret',
    label: { en: 'App secret', fr: 'Clé secrète de l’app' },
    kind: 'secret',
    required: true,
    help: {
      en: 'On the same page. Meta signs every call with it: without it nothing can be received.',
      fr: 'Sur la même page. Meta signe chaque appel avec elle : sans elle, rien ne peut être reçu.',
    },
  },
  {
    name: 'verifyToken',
    label: { en: 'Verify token', fr: 'Jeton de vérification' },
    kind: 'secret',
    required: true,
    help: {
      en: 'Any words of your choice. Meta repeats them when it confirms the webhook.',
      fr: 'Des mots de votre choix. Meta les répète lorsqu’il confirme le webhook.',
    },
  },
];

export const accessToken: Field = {
  name: 'accessToken',
  label: { en: 'Page access token', fr: 'Jeton d’accès de la Page' },
  kind: 'secret',
  required: true,
  help: {
    en: 'The token of the Page itself, not of a person: GET /me/accounts with a long-lived token shows it, and it then does not expire.',
    fr: 'Le jeton de la Page elle-même, pas celui d’une personne : GET /me/accounts avec un jeton de longue durée le donne, et il n’expire alors pas.',
  },
};
