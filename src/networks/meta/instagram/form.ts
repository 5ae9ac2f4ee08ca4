import type { Field } from '../../kit/form.js';
import { accessToken, appFields as metaFields } from '../graph/form.js';

export const appFields: readonly Field[] = [
  ...metaFields,
  {
    name: 'instagramAppId',
    label: { en: 'Instagram app ID', fr: 'Identifiant de l’app Instagram' },
    kind: 'text',
    required: false,
    help: {
      en: 'For the login with Instagram: on your app’s page “API setup with Instagram login”. Not needed for the login with Facebook.',
      fr: 'Pour la connexion avec Instagram : page « Configuration de l’API avec connexion Instagram » de votre app. Inutile pour la connexion avec Facebook.',
    },
  },
  {
    name: 'instagramAppSecret',
    label: { en: 'Instagram app secret', fr: 'Clé secrète de l’app Instagram' },
    kind: 'secret',
    required: false,
    help: {
      en: 'On the same page. It is another one than the app secret, and signs what Instagram sends.',
      fr: 'Sur la même page. Elle diffère de la clé secrète de l’app et signe ce qu’envoie Instagram.',
    },
  },
];

export const accountFields: readonly Field[] = [
  {
    name: 'login',
    label: { en: 'Way to connect', fr: 'Mode de connexion' },
    kind: 'text',
    required: false,
    initial: 'instagram',
    choices: [
      { value: 'instagram', label: { en: 'Login with Instagram', fr: 'Connexion avec Instagram' } },
      { value: 'facebook', label: { en: 'Login with Facebook: a Page', fr: 'Connexion avec Facebook : une Page' } },
    ],
    help: {
      en: 'With Facebook, mentions elsewhere can be read and answered too. The two have tokens of different kinds.',
      fr: 'Avec Facebook, les mentions ailleurs peuvent aussi être lues et recevoir une réponse. Les jetons sont différents.',
    },
  },
  {
    ...accessToken,
    label: { en: 'Access token', fr: 'Jeton d’accès' },
    help: {
      en: 'With Instagram: a long-lived token of the account (60 days; Relais renews it). With Facebook: the token of the Page that the account is linked to.',
      fr: 'Avec Instagram : un jeton longue durée du compte (60 jours ; Relais le renouvelle). Avec Facebook : le jeton de la Page à laquelle le compte est relié.',
    },
  },
  {
    name: 'humanAgent',
    label: { en: 'Feature “Human Agent”', fr: 'Fonctionnalité « Human Agent »' },
    kind: 'text',
    required: false,
    initial: 'no',
    choices: [
      { value: 'no', label: { en: 'Not approved: 24 hours to answer', fr: 'Non approuvé : 24 heures pour répondre' } },
      { value: 'yes', label: { en: 'Approved: 7 days to answer', fr: 'Approuvé : 7 jours pour répondre' } },
    ],
    help: {
      en: 'Has Meta approved the feature “Human Agent” for your app? It cannot be asked, and without it late answers are refused.',
      fr: 'Meta a-t-il approuvé la fonctionnalité « Human Agent » de votre app ? Relais ne peut pas le vérifier ; sans elle, les réponses tardives sont refusées.',
    },
  },
];
