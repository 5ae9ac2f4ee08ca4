import { facetsOf, readFacets } from './facets.js';

const didOf = (handle: string) => Promise.resolve(handle === 'zoe.test' ? 'did:plc:zoe' : undefined);

it.each([
  ['nothing', 'Good morning', []],
  ['a link', 'See https://a.example/b?c=d#e', ['https://a.example/b?c=d#e']],
  ['a link after letters of several bytes', 'Où ? 📡 https://a.example', ['https://a.example']],
  ['a link that ends a sentence', 'See https://a.example/b.', ['https://a.example/b']],
  ['a link in brackets', '(https://a.example/b)', ['https://a.example/b']],
  ['brackets in a link', 'https://a.example/b_(c)', ['https://a.example/b_(c)']],
  ['a link without https', 'See northline.example/help', ['northline.example/help']],
  ['no file', 'Open node.js and index.html', []],
  ['no e-mail address', 'Write to help@northline.example', []],
  ['a mention', 'Hello @zoe.test!', ['@zoe.test']],
  ['no mention of nobody', 'Hello @bram.test', []],
  ['a hashtag', 'A #panne in #Lille2 and #5', ['#panne', '#Lille2']],
  ['everything, in its order', '#a @zoe.test https://a.example', ['#a', '@zoe.test', 'https://a.example']],
])('finds %s', async (_what, words, pieces) => {
  const facets = await facetsOf(words, didOf);
  const bytes = Buffer.from(words);
  expect(facets.map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString())).toEqual(pieces);
});

it('reads facets by their bytes, whatever they point at', () => {
  const text = 'é 📡 lien';
  const facet = (byteStart: unknown, byteEnd: unknown) => ({ index: { byteStart, byteEnd }, features: [{}] });
  const record = { text, facets: [facet(8, 12), facet(-1, 3), facet(900, 999), facet('x', null), null] };
  expect(readFacets(record).map(({ on }) => on)).toEqual(['lien', '', '', '']);
});
