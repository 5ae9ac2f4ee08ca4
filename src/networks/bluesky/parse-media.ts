import type { Attachment } from '../../domain/message/attachment.js';
import { present } from '../kit/present.js';
import { fields, link, list, number, text, type Fields } from '../kit/read.js';
import { permalinkOf } from './address.js';
import { linksIn } from './facets.js';

/** A post as it was written, and as the network shows it where that was read as well. */
export interface Shown {
  readonly did: string;
  readonly record: Fields;
  readonly view: Fields | undefined;
}

const cdn = 'https://cdn.bsky.app/img/feed_fullsize/plain';

export function attachmentsOf({ did, record, view }: Shown): Attachment[] {
  const embed = fields(record['embed']);
  const shown = fields(view?.['embed']);
  return [
    ...ofEmbed(embed, shown, did),
    // A quote with pictures.
    ...ofEmbed(fields(embed['media']), fields(shown['media']), did),
    ...shortenedLinks(record, embed),
  ];
}

/** The post that it quotes. */
export function quotedUri(record: Fields): string | undefined {
  const quoted = fields(fields(record['embed'])['record']);
  return text(quoted['uri']) ?? text(fields(quoted['record'])['uri']);
}

function ofEmbed(embed: Fields, shown: Fields, did: string): Attachment[] {
  const pictures = [...list(embed['images']), ...list(embed['items'])].map(fields);
  const views = [...list(shown['images']), ...list(shown['items'])].map(fields);
  const external = fields(embed['external']);
  const quoted = permalinkOf(quotedUri({ embed }) ?? '');
  return [
    ...pictures.map((picture, index) => imageOf(picture, views[index], did)),
    ...(embed['video'] === undefined ? [] : [videoOf(embed, did)]),
    ...linkOf(external['uri'], external['title']),
    ...(quoted === undefined ? [] : [{ type: 'link', url: quoted } as const]),
  ];
}

function imageOf(picture: Fields, view: Fields | undefined, did: string): Attachment {
  const blob = fields(picture['image']);
  const cid = cidOf(blob);
  const made = cid === undefined ? undefined : `${cdn}/${did}/${cid}@jpeg`;
  const url = link(view?.['fullsize']) ?? link(view?.['thumb']) ?? made;
  const title = text(picture['alt']);
  return url === undefined
    ? { type: 'unsupported', ...present({ title }) }
    : { type: 'image', url, mime: 'image/jpeg', ...present({ title }) };
}

/** A video is streamed in pieces; whole it lies only with its author's server. */
function videoOf(embed: Fields, did: string): Attachment {
  const blob = fields(embed['video']);
  const cid = cidOf(blob);
  const told = present({ mime: text(blob['mimeType']), size: number(blob['size']), title: text(embed['alt']) });
  return cid === undefined ? { type: 'unsupported', ...told } : { type: 'video', ref: `${did}/${cid}`, ...told };
}

/** Apps cut long addresses in the text: the whole one is in the facet only. */
function shortenedLinks(record: Fields, embed: Fields): Attachment[] {
  const external = text(fields(embed['external'])['uri']);
  const hidden = linksIn(record).filter(({ uri, on }) => uri !== on && !uri.endsWith(`//${on}`) && uri !== external);
  return [...new Set(hidden.map(({ uri }) => uri))].flatMap((uri) => linkOf(uri, undefined));
}

function linkOf(uri: unknown, words: unknown): Attachment[] {
  const url = link(uri);
  return url === undefined ? [] : [{ type: 'link', url, ...present({ title: text(words) }) }];
}

/** Blobs of before 2023 name their content directly. */
function cidOf(blob: Fields): string | undefined {
  const cid = text(fields(blob['ref'])['$link']) ?? text(blob['cid']);
  return cid !== undefined && /^\w+$/u.test(cid) ? cid : undefined;
}
