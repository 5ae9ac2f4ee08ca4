import type { Field } from '../kit/form.js';

export const appFields: readonly Field[] = [
  {
    name: 'clientId',
    label: { en: 'Client ID', fr: 'Identifiant client' },
    kind: 'text',
    required: true,
    help: {
      en: 'On reddit.com/prefs/apps, an app of the kind “web app”; Reddit must have approved it.',
      fr: 'Sur reddit.com/prefs/apps, une app de type « web app » ; Reddit doit l’avoir approuvée.',
    },
  },
  { name: 'clientSecret', label: { en: 'Client secret', fr: 'Secret client' }, kind: 'secret', required: true },
  {
    name: 'devvitSecret',
    label: { en: 'Secret of the app in your subreddit', fr: 'Secret de l’app de votre subreddit' },
    kind: 'secret',
    required: false,
    help: {
      en: 'Only when a Devvit app forwards what happens in your subreddit: it signs its calls with this.',
      fr: 'Seulement si une app Devvit transmet ce qui se passe dans votre subreddit : elle signe ses appels avec ce secret.',
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
      en: 'Not needed when you connect with the button. Otherwise one of the kind “permanent”.',
      fr: 'Inutile si vous connectez le compte avec le bouton. Sinon un jeton de type « permanent ».',
    },
  },
  {
    name: 'subreddit',
    label: { en: 'Your subreddit', fr: 'Votre subreddit' },
    kind: 'text',
    required: false,
    help: {
      en: 'Its comments, posts and modmail are read too; the account must be one of its moderators.',
      fr: 'Ses commentaires, ses publications et sa messagerie de modération sont lus aussi ; le compte doit en être modérateur.',
    },
  },
];
