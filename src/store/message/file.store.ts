import type { Sql } from '../sql.js';

export interface NewFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

export interface FileFacts {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
}

export class FileStore {
  constructor(
    private readonly sql: Sql,
    private readonly workspaceId: number,
  ) {}

  async add(file: NewFile): Promise<void> {
    await this.sql.run('insert into file (workspace_id, id, name, mime, size, bytes) values ($1, $2, $3, $4, $5, $6)', [
      this.workspaceId,
      file.id,
      file.name,
      file.mime,
      file.bytes.length,
      file.bytes,
    ]);
  }

  /** What is known of these files, in their order; those that there are not are left out. */
  facts(ids: readonly string[]): Promise<FileFacts[]> {
    return this.sql.many<FileFacts>(
      `select f.id, f.name, f.mime, f.size from unnest($2::uuid[]) with ordinality as asked (id, place)
         join file as f on f.workspace_id = $1 and f.id = asked.id order by asked.place`,
      [this.workspaceId, ids],
    );
  }

  /** The same with their bytes. */
  contents(ids: readonly string[]): Promise<(FileFacts & { bytes: Buffer })[]> {
    return this.sql.many(
      `select f.id, f.name, f.mime, f.size, f.bytes from unnest($2::uuid[]) with ordinality as asked (id, place)
         join file as f on f.workspace_id = $1 and f.id = asked.id order by asked.place`,
      [this.workspaceId, ids],
    );
  }
}
