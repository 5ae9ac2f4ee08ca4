import { defaultTopics } from '../../domain/understanding/default-topics.js';
import { understand } from '../../domain/understanding/understand.js';
import { defaultModel } from './default-model.js';

const read = (text: string) => understand(text, { model: defaultModel(), topics: defaultTopics });

it.each([
  ['Plus aucune connexion dans le quartier depuis hier', 'network_outage', 'fr'],
  ['They charged my card twice for the same invoice', 'billing', 'en'],
  ['Bonjour, je suis journaliste et je prépare un article', 'press_influencer', 'fr'],
  ['Do you support IPv6 behind CGNAT?', 'network_technology', 'en'],
  ['Je veux résilier, quelle est la procédure', 'contract_cancel', 'fr'],
])('a new workspace reads what "%s" is about', (text, topic, language) => {
  expect(read(text)).toMatchObject({ topic, language });
});

it('leaves to a human what is about nothing', () => {
  expect(read('hmm').confidence).toBeLessThan(0.5);
});

it('knows spam and insults from a complaint', () => {
  expect(read('WINNER!! Claim your free prize now, text WIN to 80082').answer).toBe('spam');
  expect(read('Trois semaines sans réponse, quand allez-vous me rappeler ?').answer).toBe('wanted');
});
