import { askSeenBy, type AskPage, type ThreadView } from '../../contract/index.js';
import { embargoesFor } from '../../domain/expert/find-embargo.js';
import { maskPersonal } from '../../domain/expert/mask-personal.js';
import type { RulesOf } from '../../domain/message/reply-ways.js';
import type { Sql } from '../sql.js';
import type { NetworkFacts } from '../account/account.view.js';
import { threadViews } from '../thread/thread.view.js';
import { AskStore, type Ask } from './ask.store.js';
import { askView } from './ask.view.js';
import { ExpertStore } from './expert.store.js';
import { expertFacts } from './expert.view.js';

const newestMessages = 50;
/** For advice among colleagues, and where the way is not known. */
const noLimit = { maxLength: 5000, unit: 'grapheme' } as const;

const nowhere = {
  ...{ customer: null, network: '', networkName: '', accountName: '', post: null },
  audience: 'private',
} as const;

interface Asked {
  readonly askId: string;
  readonly agentId: string;
  readonly rulesOf: RulesOf;
  readonly factsOf: (network: string) => Pick<NetworkFacts, 'name'>;
  readonly now: Date;
}

/** The page of the expert who is asked; null for everybody else. What must be hidden is hidden here, and never leaves. */
export async function askPage(sql: Sql, workspaceId: number, asked: Asked): Promise<AskPage | null> {
  const ask = await new AskStore(sql, workspaceId).find(asked.askId);
  if (ask?.expertId !== asked.agentId) return null;
  const experts = new ExpertStore(sql, workspaceId);
  const others = await expertFacts(sql, workspaceId, ask.expertId);
  const show = ask.unmasked ? (text: string) => text : maskPersonal;
  return {
    ask: askSeenBy({ id: asked.agentId }, await askView(sql, workspaceId, ask.id)),
    ...(await placeOf(sql, workspaceId, { ask, show, ...asked })),
    messages: await messagesOf(sql, workspaceId, { ask, show }),
    consented: ((await experts.find(ask.expertId))?.consentAt ?? null) !== null,
    avoid: embargoesFor(await experts.embargoes(), ask.topic).map(({ word, reason }) => ({ word, reason })),
    others: others
      .filter(({ id }) => id !== ask.askerId)
      .map(({ id, name, signature }) => ({ id, name, signature }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

interface Shown {
  readonly ask: Ask;
  readonly show: (text: string) => string;
}
type Place = Pick<
  AskPage,
  'customer' | 'network' | 'networkName' | 'accountName' | 'audience' | 'post' | 'maxLength' | 'unit'
>;

/** Where the answer would stand, and how it must look there. */
async function placeOf(
  sql: Sql,
  workspaceId: number,
  { ask, show, rulesOf, factsOf, now }: Shown & Asked,
): Promise<Place> {
  const { ticketId, threadId } = ask;
  const where = { ticketId, threadId: threadId ?? ticketId, rulesOf, now };
  const [thread] = await threadViews(sql, workspaceId, where);
  const { name } = await sql.one<{ name: string }>(
    `select p.name from ticket as t join person as p on p.workspace_id = t.workspace_id and p.id = t.person_id
      where t.workspace_id = $1 and t.id = $2`,
    [workspaceId, ticketId],
  );
  // Split off or merged since: there is a question, and nowhere to answer it.
  if (!thread) return { ...noLimit, ...nowhere };
  const { account, space, post } = thread;
  return {
    customer: space === 'public' || ask.unmasked ? show(name) : null,
    network: account.network,
    networkName: factsOf(account.network).name,
    accountName: account.name,
    audience: space,
    post: post && { text: post.text && show(post.text), by: post.by },
    ...limitOf(ask, thread),
  };
}

function limitOf({ mode }: Ask, { ways, space }: ThreadView): Pick<Place, 'maxLength' | 'unit'> {
  const way = mode === 'public' ? ways.find((one) => one.space === space) : undefined;
  return way ? { maxLength: way.maxLength, unit: way.unit } : noLimit;
}

async function messagesOf(sql: Sql, workspaceId: number, { ask, show }: Shown): Promise<AskPage['messages']> {
  const records = await sql.many<Omit<AskPage['messages'][number], 'at'> & { at: Date }>(
    `select * from (
       select m.id, case m.direction when 'in' then 'customer' else 'us' end as "from", m.text,
              jsonb_array_length(m.attachments) as attachments, m.at
         from message as m
        where m.workspace_id = $1 and m.ticket_id = $2 and m.deleted_at is null and m.state in ('received', 'sent')
        order by m.at desc, m.id desc limit $3) as newest
      order by newest.at, newest.id`,
    [workspaceId, ask.ticketId, newestMessages],
  );
  return records.map(({ at, text, ...message }) => ({ ...message, text: show(text), at: at.toISOString() }));
}
