import { defaultTopics } from './default-topics.js';
import { packModel, unpackModel } from './model-file.js';
import { smallModel } from './small-model.js';
import { understand } from './understand.js';

const model = smallModel();
const read = (text: string) => understand(text, { model, topics: defaultTopics });

it.each([
  ['Ma fibre est en panne depuis mardi, plus de connexion', 'network_outage', 'fr'],
  ['I was charged twice on my last bill', 'billing', 'en'],
  ['Le colis de ma commande n’est pas arrivé, le suivi ne bouge pas', 'order_delivery', 'fr'],
])('reads what "%s" is about', (text, topic, language) => {
  expect(read(text)).toMatchObject({ topic, language });
});

it('says which words weighed, those of the administrator first', () => {
  expect(read('ma facture est fausse').words[0]).toBe('facture');
  expect(read('toujours prélevé deux fois').words).toContain('preleve');
});

it('gives the likeliest topics, in order, whatever it decides', () => {
  const { guesses } = read('facture');
  expect(guesses).toHaveLength(3);
  expect(guesses[0]?.topic).toBe('billing');
  expect(guesses.map(({ confidence }) => confidence)).toEqual(
    guesses.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
  );
});

it.each(['', '…', '\u0000\u200b'])('knows nothing of what says nothing: "%s"', (text) => {
  expect(read(text)).toMatchObject({ topic: null, confidence: 0, language: null, urgency: 'normal' });
});

it('reads how people type', () => {
  const plain = read('bonjour, problème de connexion depuis beaucoup de jours');
  const typed = read('bjr, pb de connexiooooon depuis bcp de jours');
  expect(typed.topic).toBe(plain.topic);
});

it('says the same of the same text, whatever was asked between', () => {
  const first = read('ma facture est fausse');
  read('panne totale');
  expect(read('ma facture est fausse')).toEqual(first);
});

it.each(['Merci beaucoup !', 'thanks a lot', 'Super, merci 👍'])('knows that "%s" is only a thanks', (text) => {
  expect(read(text)).toMatchObject({ thanks: true, answer: 'thanks' });
});

it.each(['Merci de me rappeler', 'thanks for nothing, still broken', 'ok', ''])('knows that "%s" is not', (text) => {
  expect(read(text).thanks).toBe(false);
});

it('hears urgency', () => {
  expect(read('URGENT, hôpital sans réseau').urgency).toBe('high');
});

it.each([
  ['ecrivez-moi à lea@example.com', ['email']],
  ['mon numéro 06 12 34 56 78', ['phone']],
  ['FR76 3000 6000 0112 3456 7890 189', ['iban']],
  ['carte 4111 1111 1111 1111', ['card']],
  ['client 8412997', ['number']],
  ['le 12/03/2024 à 18h', []],
])('sees the personal data in "%s"', (text, kinds) => {
  expect(read(text).personal).toEqual(kinds);
});

it('is the same after it was kept as bytes', () => {
  const again = unpackModel(packModel(unpackModel(packModel(model))));
  const text = 'plus de connexion, je veux un remboursement sur ma facture';
  const answer = understand(text, { model: again, topics: defaultTopics });
  expect(answer.topic).toBe(read(text).topic);
  expect(answer.confidence).toBeCloseTo(read(text).confidence, 1);
});

it('reads a long and hostile text in bounded work', () => {
  const text = `${'é'.repeat(100_000)} ${'@a '.repeat(50_000)} ${'1'.repeat(50_000)}`;
  expect(read(text).confidence).toBeLessThanOrEqual(1);
});
