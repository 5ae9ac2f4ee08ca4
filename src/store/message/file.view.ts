import type { Sql } from '../sql.js';

export interface FileContent {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** A file with its bytes; null when there is none. */
export function fileContent(sql: Sql, workspaceId: number, id: string): Promise<FileContent | null> {
  return sql.maybe<FileContent>(
    'select f.name, f.mime, f.bytes from file as f where f.workspace_id = $1 and f.id = $2',
    [workspaceId, id],
  );
}
