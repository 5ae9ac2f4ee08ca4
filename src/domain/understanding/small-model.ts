import { defaultTopics } from './default-topics.js';
import { piecesOf, raritiesOf, vectorOf } from './features.js';
import type { LabelledText, Model, Question } from './model.js';
import { teach } from './teach.js';
import { finish, trainHead } from './train-head.js';

const starters: readonly LabelledText[] = [
  ['network_outage', 'fr', 'Plus de connexion depuis mardi, la fibre est en panne'],
  ['network_outage', 'fr', 'Problème de connexion depuis plusieurs jours'],
  ['network_outage', 'en', 'No connection since this morning, is there an outage'],
  ['network_outage', 'en', 'The internet is down in our street'],
  ['billing', 'fr', 'On m’a prélevé deux fois, ma facture est fausse'],
  ['billing', 'fr', 'Je veux un remboursement sur la facture'],
  ['billing', 'en', 'I was charged twice, the bill is wrong'],
  ['billing', 'en', 'Where is the refund for my invoice'],
  ['order_delivery', 'fr', 'Mon colis n’arrive pas, le suivi ne bouge plus'],
  ['order_delivery', 'fr', 'Où en est ma commande'],
  ['order_delivery', 'en', 'My parcel has not arrived, where is the order'],
  ['other', 'fr', 'Allez les bleus, quel match'],
  ['other', 'en', 'Good evening to all of you'],
  ['praise', 'fr', 'Bravo à toute l’équipe'],
].map(([topic = '', language = '', text = '']) => ({
  text,
  labels: {
    ...{ topic, language, urgency: 'normal', sentiment: topic === 'praise' ? 'positive' : 'negative' },
    ...{ answer: topic === 'other' ? 'aside' : 'wanted', spam: 'fine', abuse: 'fine' },
  },
}));

/** A model of a few messages, for tests of the rules about models. */
export function smallModel(): Model {
  const rarities = raritiesOf(starters.map(({ text }) => piecesOf(text)));
  const head = (question: Question) =>
    finish(
      trainHead(
        starters.flatMap(({ text, labels }) => {
          const label = labels[question];
          return label === undefined ? [] : [{ label, vector: vectorOf(piecesOf(text), rarities) }];
        }),
      ),
    );
  const heads = {
    ...{ language: head('language'), topic: head('topic'), urgency: head('urgency'), sentiment: head('sentiment') },
    ...{ answer: head('answer'), lane: head('lane'), spam: head('spam'), abuse: head('abuse') },
  };
  return finish(teach({ rarities, heads, starters }, { topics: defaultTopics, lessons: [] }));
}
