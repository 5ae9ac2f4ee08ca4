import { Injectable } from '@nestjs/common';
import { isFile } from '../../domain/message/attachment.js';
import { mimeOf, safeName } from '../../domain/message/file-name.js';
import { Networks } from '../../networks/kit/networks.js';
import { HttpClient } from '../../platform/http/http-client.js';
import { newId } from '../../platform/ids.js';
import type { Account } from '../../store/account/account.store.js';
import { Database } from '../../store/database.js';
import type { StoredAttachment } from '../../store/message/message.store.js';
import { AccountDoor } from '../account-door.js';
import { tellMessage } from '../ticket/tell.js';

const mostBytes = 25 * 1024 * 1024;

interface Fetched {
  readonly at: number;
  readonly bytes: Buffer;
  readonly mime: string;
}

/** Networks serve attachments under addresses that run out, and see who looks: consoles are shown a copy of ours. */
@Injectable()
export class CopyAttachments {
  constructor(
    private readonly db: Database,
    private readonly networks: Networks,
    private readonly door: AccountDoor,
    private readonly http: HttpClient,
  ) {}

  async run(ask: { readonly workspaceId: number; readonly messageId: string }): Promise<void> {
    const found = await this.db.transaction(ask.workspaceId, async (tx) => {
      const message = await tx.messages.find(ask.messageId);
      const thread = message ? await tx.threads.find(message.threadId) : null;
      const account = thread ? await tx.accounts.find(thread.accountId) : null;
      return message && account ? { message, account } : null;
    });
    if (!found) return;
    const { message, account } = found;
    const fetched: Fetched[] = [];
    for (const [at, attachment] of message.attachments.entries()) {
      const copy = attachment.fileId === undefined ? await this.fetch(account, attachment) : null;
      if (copy) fetched.push({ at, ...copy });
    }
    if (fetched.length > 0) await this.keep(ask, message.attachments, fetched);
  }

  /** Null for what is no file; throws where the network does not answer: the job comes again. */
  private async fetch(account: Account, one: StoredAttachment): Promise<{ bytes: Buffer; mime: string } | null> {
    if (!isFile(one.type)) return null;
    const network = this.networks.need(account.network);
    if (one.ref !== undefined && network.file) {
      const bytes = await network.file(one.ref, this.door.access(account), this.http);
      return { bytes, mime: mimeOf(one.type, one.mime) };
    }
    if (one.url === undefined) return null;
    const answer = await this.http.request({ method: 'GET', url: one.url, maxBytes: mostBytes });
    if (answer.status >= 500) throw new Error(`the network answered ${String(answer.status)}`);
    if (answer.status !== 200) return null;
    return { bytes: answer.body, mime: mimeOf(one.type, answer.headers['content-type'] ?? one.mime) };
  }

  private keep(
    ask: { readonly workspaceId: number; readonly messageId: string },
    seen: readonly StoredAttachment[],
    fetched: readonly Fetched[],
  ): Promise<void> {
    return this.db.transaction(ask.workspaceId, async (tx) => {
      const message = await tx.messages.lock(ask.messageId);
      // An edit came meanwhile: what was fetched belongs to what is no longer shown.
      if (!message || JSON.stringify(message.attachments) !== JSON.stringify(seen)) return;
      const attachments = [...message.attachments];
      for (const { at, bytes, mime } of fetched) {
        const one = attachments[at];
        if (!one) continue;
        const id = newId();
        await tx.files.add({ id, name: safeName(one.name, mime), mime, bytes });
        attachments[at] = { ...one, fileId: id, mime };
      }
      await tx.messages.change(message.id, { attachments });
      await tellMessage(tx, message.id);
    });
  }
}
