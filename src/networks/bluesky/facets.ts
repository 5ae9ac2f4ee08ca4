import { list, fields, number, text, type Fields } from '../kit/read.js';

/** Where a piece of text stands; in bytes of UTF-8, the end not included. */
interface ByteSlice {
  readonly byteStart: number;
  readonly byteEnd: number;
}

export interface Facet {
  readonly index: ByteSlice;
  readonly features: readonly Readonly<Record<string, string>>[];
}

interface Piece {
  readonly kind: 'link' | 'mention' | 'tag';
  readonly text: string;
  readonly index: ByteSlice;
}

const feature = 'app.bsky.richtext.facet';
const linkForm = /(?<![\p{L}\p{N}@/._-])(?:https?:\/\/[^\s<>"]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>"]*)?)/giu;
const mentionForm = /(?<![\p{L}\p{N}@/._-])@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*/giu;
const tagForm = /(?<=^|\s)#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,64}/gu;
/** Endings of bare names that are files, not addresses. */
const noDomain = /\.(?:js|ts|md|txt|pdf|docx?|xlsx?|png|jpe?g|gif|zip|exe|html?|php|json|csv)$/iu;

/** The links, mentions and hashtags of a text that is to be published; the network itself finds none. */
export async function facetsOf(
  words: string,
  didOf: (handle: string) => Promise<string | undefined>,
): Promise<readonly Facet[]> {
  const facets: Facet[] = [];
  for (const { kind, index, text: piece } of piecesOf(words)) {
    if (kind === 'link') facets.push({ index, features: [{ $type: `${feature}#link`, uri: wholeLink(piece) }] });
    if (kind === 'tag') facets.push({ index, features: [{ $type: `${feature}#tag`, tag: piece.slice(1) }] });
    const did = kind === 'mention' ? await didOf(piece.slice(1)) : undefined;
    if (did !== undefined) facets.push({ index, features: [{ $type: `${feature}#mention`, did }] });
  }
  return facets;
}

function piecesOf(words: string): Piece[] {
  const found = [
    ...[...words.matchAll(linkForm)].map((one) => ({ kind: 'link', text: trimmed(one[0]), at: one.index }) as const),
    ...[...words.matchAll(mentionForm)].map((one) => ({ kind: 'mention', text: one[0], at: one.index }) as const),
    ...[...words.matchAll(tagForm)].map((one) => ({ kind: 'tag', text: one[0], at: one.index }) as const),
  ];
  return found
    .filter(({ kind, text: piece }) => kind !== 'link' || /^https?:/iu.test(piece) || !noDomain.test(piece))
    .sort((a, b) => a.at - b.at)
    .map(({ kind, text: piece, at }) => ({ kind, text: piece, index: sliceOf(words, at, piece) }));
}

function sliceOf(words: string, at: number, piece: string): ByteSlice {
  const byteStart = Buffer.byteLength(words.slice(0, at));
  return { byteStart, byteEnd: byteStart + Buffer.byteLength(piece) };
}

/** What ends a sentence does not belong to the link in it; a bracket does when it was opened there. */
function trimmed(found: string): string {
  const bare = found.replace(/[.,;:!?'’»]+$/u, '');
  return bare.endsWith(')') && !bare.includes('(') ? trimmed(bare.slice(0, -1)) : bare;
}

function wholeLink(piece: string): string {
  return /^https?:/iu.test(piece) ? piece : `https://${piece}`;
}

/** The features that a published text carries, with the words that they stand on. */
export function readFacets(record: Fields): { readonly feature: Fields; readonly on: string }[] {
  const bytes = Buffer.from(text(record['text']) ?? '');
  return list(record['facets']).flatMap((facet) => {
    const index = fields(fields(facet)['index']);
    const [start, end] = [number(index['byteStart']) ?? 0, number(index['byteEnd']) ?? 0];
    const on = start >= 0 && end > start ? bytes.subarray(start, end).toString('utf8') : '';
    return list(fields(facet)['features']).map((one) => ({ feature: fields(one), on }));
  });
}

/** Whom a published text names. */
export function mentionsIn(record: Fields): string[] {
  return readFacets(record).flatMap(({ feature: one }) => (isOf(one, 'mention') ? (text(one['did']) ?? []) : []));
}

export function linksIn(record: Fields): { readonly uri: string; readonly on: string }[] {
  return readFacets(record).flatMap(({ feature: one, on }) => {
    const uri = isOf(one, 'link') ? text(one['uri']) : undefined;
    return uri === undefined ? [] : [{ uri, on }];
  });
}

function isOf(one: Fields, kind: string): boolean {
  return one['$type'] === `${feature}#${kind}`;
}
