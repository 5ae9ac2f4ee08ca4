import { matches } from './matches.js';
import { ownFile } from './own-file.js';

it.each([
  ['Inès Moreau', 'ines', true],
  ['Inès Moreau', ' MOR ', true],
  ['Inès Moreau', '', true],
  ['Inès Moreau', 'karim', false],
])('%s matches %s: %s', (text, typed, found) => {
  expect(matches(text, typed)).toBe(found);
});

it.each([
  ['/api/files/1', '/api/files/1'],
  ['https://scontent.example/1.jpg', null],
  ['//scontent.example/1.jpg', null],
  ['javascript:alert(1)', null],
  [null, null],
])('%s may be loaded as %s', (url, own) => {
  expect(ownFile(url)).toBe(own);
});
