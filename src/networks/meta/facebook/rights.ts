import type { MissingRight } from '../../kit/account.js';
import { feedFields } from '../graph/subscription.js';
import type { Needs } from '../graph/check.js';

const repair = {
  en: 'Make the Page’s token again with this permission; for a Page that is not your own, the app needs Advanced Access to it.',
  fr: 'Recréez le jeton de la Page avec cette autorisation ; pour une Page qui n’est pas la vôtre, l’app a besoin de l’accès avancé.',
};

const rights: readonly MissingRight[] = [
  {
    name: 'pages_manage_metadata',
    effect: {
      en: 'The Page cannot be subscribed to: comments come by the poll only, minutes late.',
      fr: 'La Page ne peut pas être suivie : les commentaires n’arrivent que par interrogation, avec quelques minutes de retard.',
    },
    repair,
  },
  {
    name: 'pages_read_engagement',
    effect: {
      en: 'The Page’s posts cannot be read: comments are shown without the post above them.',
      fr: 'Les publications de la Page ne peuvent pas être lues : les commentaires s’affichent sans leur publication.',
    },
    repair,
  },
  {
    name: 'pages_read_user_content',
    effect: {
      en: 'What people write cannot be read back: comments, visitors’ posts and reviews that a webhook missed stay lost, and authors may be nameless.',
      fr: 'Ce que les gens écrivent ne peut pas être relu : commentaires, publications de visiteurs et avis manqués restent perdus, et les auteurs peuvent être sans nom.',
    },
    repair,
  },
  {
    name: 'pages_manage_engagement',
    effect: {
      en: 'Comments cannot be answered, liked, hidden or deleted.',
      fr: 'Impossible de répondre aux commentaires, de les aimer, masquer ou supprimer.',
    },
    repair,
  },
];

export const needs: Needs = {
  rights,
  webhookFields: feedFields,
  withoutFields: {
    name: feedFields.join(', '),
    effect: {
      en: 'Of these kinds Meta does not tell at once: they come by the poll, minutes late.',
      fr: 'Meta ne signale pas ces événements aussitôt : ils arrivent par interrogation, avec quelques minutes de retard.',
    },
    repair: {
      en: 'Connect the account again: Relais then subscribes to these fields.',
      fr: 'Connectez à nouveau le compte : Relais s’abonne alors à ces champs.',
    },
  },
  limits: {},
};
