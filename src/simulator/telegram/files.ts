import { bad, type FileKind, type StoredFile } from './model.js';
import type { Params } from './params.js';

const mostDownload = 20 * 1024 * 1024;
const mostUpload = 50 * 1024 * 1024;
const mostPhoto = 10 * 1024 * 1024;

/** Every file that anybody sent, by its file_id. */
export class Files {
  readonly stored = new Map<string, StoredFile>();

  add(kind: FileKind, file: { readonly name: string; readonly mime: string; readonly bytes: Buffer; size?: number }) {
    const number = this.stored.size + 1;
    const made: StoredFile = {
      id: `AgACAgQAAxkBAAI${kind}${number}`,
      kind,
      size: file.bytes.length,
      ...file,
    };
    this.stored.set(made.id, made);
    return made;
  }

  /** What `getFile` answers. */
  describe(id: string): Readonly<Record<string, unknown>> {
    const file = this.find(id);
    if (file === undefined) throw bad('wrong file_id or the file is temporarily unavailable');
    if (file.size > mostDownload) throw bad('file is too big');
    return { file_id: id, file_unique_id: `u${file.id}`, file_size: file.size, file_path: pathOf(file) };
  }

  at(path: string): StoredFile | undefined {
    return [...this.stored.values()].find((file) => pathOf(file) === path);
  }

  /** The file that a call sends: uploaded with it, or sent before. */
  sent(params: Params, field: string, kind: FileKind): StoredFile {
    const name = params.text(field);
    const attached = name?.startsWith('attach://') === true ? name.slice('attach://'.length) : field;
    const upload = params.uploads.find((one) => one.field === attached);
    if (upload !== undefined) return this.received(kind, upload);
    const known = name === undefined ? undefined : this.find(name);
    if (known === undefined)
      throw bad(name === undefined ? `there is no ${field} in the request` : 'wrong file identifier');
    return known;
  }

  received(
    kind: FileKind,
    upload: { readonly name: string; readonly mime: string; readonly bytes: Buffer },
  ): StoredFile {
    if (upload.bytes.length === 0) throw bad('file must be non-empty');
    if (upload.bytes.length > (kind === 'photo' ? mostPhoto : mostUpload)) throw bad('file is too big');
    return this.add(kind, upload);
  }

  private find(id: string): StoredFile | undefined {
    return this.stored.get(id) ?? this.stored.get(id.replace(/-s$/u, ''));
  }
}

function pathOf(file: StoredFile): string {
  const folder = file.kind === 'photo' ? 'photos' : `${file.kind}s`;
  return `${folder}/${file.id}_${file.name.replaceAll(/[^\w.-]/gu, '_')}`;
}
