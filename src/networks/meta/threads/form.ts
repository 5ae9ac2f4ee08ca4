import type { Field } from '../../kit/form.js';
import { appFields as metaFields } from '../graph/form.js';

const help = {
  en: 'On developers.facebook.com: your app, Use cases, Access the Threads API, Settings.',
  fr: 'Sur developers.facebook.com : votre app, Cas d’utilisation, Accéder à l’API Threads, Paramètres.',
};

export const appFields: readonly Field[] = [
  {
    name: 'appId',
    label: { en: 'Threads app ID', fr: 'Identifiant de l’app Threads' },
    kind: 'text',
    required: true,
    help,
  },
  {
    name: 'appSecret',
    label: { en: 'Threads app secret', fr: 'Clé secrète de l’app Threads' },
    kind: 'secret',
    required: true,
    help,
  },
  ...metaFields.filter(({ name }) => name === 'verifyToken'),
  {
    name: 'metaAppSecret',
    label: { en: 'App secret of Meta', fr: 'Clé secrète de l’app Meta' },
    kind: 'secret',
    required: false,
    help: {
      en: 'The secret under App settings, Basic: for webhooks that are signed with it instead.',
      fr: 'La clé de Paramètres de l’app, Général : pour les webhooks signés avec elle.',
    },
  },
];

export const accountFields: readonly Field[] = [
  {
    name: 'accessToken',
    label: { en: 'Access token', fr: 'Jeton d’accès' },
    kind: 'secret',
    required: true,
    help: {
      en: 'A long-lived token of the profile (60 days; Relais renews it). Not needed when you connect with the button.',
      fr: 'Un jeton longue durée du profil (60 jours ; Relais le renouvelle). Inutile si vous connectez le compte avec le bouton.',
    },
  },
];
