import { fileKind, keptMime } from './file-kind.js';

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

it('knows a picture by its bytes, and shows nothing else in place', () => {
  expect(fileKind(png)).toEqual({ mime: 'image/png', inline: true });
  expect(fileKind(Buffer.from('%PDF-1.7'))).toEqual({ mime: 'application/pdf', inline: false });
  expect(fileKind(svg)).toEqual({ mime: 'application/octet-stream', inline: false });
  expect(fileKind(Buffer.alloc(0))).toEqual({ mime: 'application/octet-stream', inline: false });
});

it('does not believe a name against the bytes, but keeps it where it knows nothing', () => {
  expect(keptMime(png, 'text/html')).toBe('image/png');
  expect(keptMime(Buffer.from('a,b'), 'text/csv')).toBe('text/csv');
  expect(keptMime(Buffer.from('a,b'), 'text/csv\r\nx: y')).toBe('application/octet-stream');
});
