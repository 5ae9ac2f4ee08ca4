import { mimeOf, safeName } from './file-name.js';

it.each([
  ['image', 'image/PNG; charset=binary', 'image/png'],
  ['image', undefined, 'image/jpeg'],
  ['voice', 'application/octet-stream', 'audio/ogg'],
  ['file', 'text/html\r\nX-Evil: 1', 'application/octet-stream'],
] as const)('takes %s told as %s for %s', (type, told, mime) => {
  expect(mimeOf(type, told)).toBe(mime);
});

it.each([
  ['facture été.pdf', 'facture été.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a"\r\nSet-Cookie: x', 'a_Set-Cookie_ x'],
  [undefined, 'file.pdf'],
  ['...', 'file.pdf'],
])('names %s safely', (name, safe) => {
  expect(safeName(name, 'application/pdf')).toBe(safe);
});
