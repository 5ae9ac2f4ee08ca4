import type { Field } from '../kit/form.js';

export const appFields: readonly Field[] = [
  {
    name: 'tenant',
    label: { en: 'Directory (tenant) ID', fr: 'ID d’annuaire (locataire)' },
    kind: 'text',
    required: true,
    help: {
      en: 'In the Entra admin centre, on the page of your app registration.',
      fr: 'Dans le centre d’administration Entra, sur la page de l’inscription de votre app.',
    },
  },
  {
    name: 'clientId',
    label: { en: 'Application (client) ID', fr: 'ID d’application (client)' },
    kind: 'text',
    required: true,
  },
  {
    name: 'clientSecret',
    label: { en: 'Client secret', fr: 'Secret client' },
    kind: 'secret',
    required: true,
    help: {
      en: 'The app needs the delegated permission “user_impersonation” of Viva Engage.',
      fr: 'L’app a besoin de l’autorisation déléguée « user_impersonation » de Viva Engage.',
    },
  },
];

export const accountFields: readonly Field[] = [
  {
    name: 'refreshToken',
    label: { en: 'Refresh token', fr: 'Jeton de rafraîchissement' },
    kind: 'secret',
    required: false,
    help: {
      en: 'Not needed when you connect with the button.',
      fr: 'Inutile si vous connectez le compte avec le bouton.',
    },
  },
  {
    name: 'communities',
    label: { en: 'Communities to read', fr: 'Communautés à lire' },
    kind: 'text',
    required: false,
    help: {
      en: 'Their numbers, with commas between them; the account must be a member of each.',
      fr: 'Leurs numéros, séparés par des virgules ; le compte doit être membre de chacune.',
    },
  },
];
