const signatures: readonly { readonly mime: string; readonly at: number; readonly bytes: Buffer }[] = [
  { mime: 'image/png', at: 0, bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { mime: 'image/jpeg', at: 0, bytes: Buffer.from('ffd8ff', 'hex') },
  { mime: 'image/gif', at: 0, bytes: Buffer.from('GIF8') },
  { mime: 'image/webp', at: 8, bytes: Buffer.from('WEBP') },
  { mime: 'video/mp4', at: 4, bytes: Buffer.from('ftyp') },
  { mime: 'video/webm', at: 0, bytes: Buffer.from('1a45dfa3', 'hex') },
  { mime: 'audio/ogg', at: 0, bytes: Buffer.from('OggS') },
  { mime: 'audio/mpeg', at: 0, bytes: Buffer.from('ID3') },
  { mime: 'audio/wav', at: 8, bytes: Buffer.from('WAVE') },
  { mime: 'application/pdf', at: 0, bytes: Buffer.from('%PDF-') },
];
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const unknown = 'application/octet-stream';

/** What a file is by its first bytes. What its sender says it is may be a lie that a browser would act on. */
export function fileKind(bytes: Buffer): { readonly mime: string; readonly inline: boolean } {
  const found = signatures.find((one) => one.bytes.equals(bytes.subarray(one.at, one.at + one.bytes.length)));
  const mime = found?.mime ?? unknown;
  return { mime, inline: pictures.includes(mime) };
}

/** The type to keep for sending a file on: ours where we know it, else a well-formed one that the sender named. */
export function keptMime(bytes: Buffer, named: string): string {
  const { mime } = fileKind(bytes);
  if (mime !== unknown) return mime;
  return /^[a-z]+\/[\w.+-]{1,80}$/.test(named) ? named : unknown;
}
