import { defaultTopics } from './default-topics.js';
import { understand } from './understand.js';

const read = (text: string) => understand(text, defaultTopics);

it.each([
  ['Ma fibre est en panne depuis mardi, plus de connexion', 'network_outage', 'fr'],
  ['I was charged twice on my last bill', 'billing', 'en'],
  ['Mon colis n’est pas arrivé, le suivi ne bouge pas', 'order_delivery', 'fr'],
  ['Bonjour, je suis journaliste et je prépare un article', 'press_influencer', 'fr'],
  ['Do you support IPv6 behind CGNAT?', 'network_technology', null],
])('reads what "%s" is about', (text, topic, language) => {
  expect(read(text)).toMatchObject({ topic, ...(language === null ? {} : { language }) });
});

it('says which words weighed', () => {
  expect(read('ma facture est fausse').words).toEqual(['facture']);
});

it('is unsure of what it has no word for', () => {
  expect(read('hmm')).toMatchObject({ topic: null, confidence: 0, language: null });
});

it.each(['Merci beaucoup !', 'thanks a lot', 'Super, merci 👍'])('knows that "%s" is only a thanks', (text) => {
  expect(read(text).thanks).toBe(true);
});

it.each(['Merci de me rappeler', 'thanks for nothing, still broken', 'ok', ''])('knows that "%s" is not', (text) => {
  expect(read(text).thanks).toBe(false);
});

it('hears urgency', () => {
  expect(read('URGENT, hôpital sans réseau').urgency).toBe('high');
});
