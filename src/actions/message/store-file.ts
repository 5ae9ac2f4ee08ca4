import { Injectable } from '@nestjs/common';
import type { FileView } from '../../contract/index.js';
import { newId } from '../../platform/ids.js';
import { Database } from '../../store/database.js';
import { FileStore } from '../../store/message/file.store.js';
import type { Caller } from '../caller.js';

interface NewFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** Keeps a file that a reply will name by its id. */
@Injectable()
export class StoreFile {
  constructor(private readonly db: Database) {}

  async run(caller: Caller, { name, mime, bytes }: NewFile): Promise<FileView> {
    const id = newId();
    await this.db.transaction(caller.workspaceId, (tx) =>
      new FileStore(tx.sql, tx.workspaceId).add({ id, name, mime, bytes }),
    );
    return { id, name, mime, size: bytes.length };
  }
}
