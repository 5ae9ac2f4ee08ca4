import type { MastodonSimulator } from '../simulator/mastodon/mastodon-simulator.js';
import { startMastodonSimulator } from '../simulator/mastodon/simulator.js';
import type { Customer, Language } from './customers.js';
import type { Space } from './deck.js';
import type { AccountForm, Answer, Stage, Where } from './stage.js';

const ours = [
  { username: 'northline', displayName: 'Northline' },
  { username: 'brume', displayName: 'Brume' },
];
const domain = 'social.example';

/** Two brands on one server, whose customers live on several. */
export async function openMastodon({ port, memory }: Where): Promise<Stage> {
  const now = () => new Date();
  return new MastodonStage(
    await startMastodonSimulator({ now, port, domain, ...(memory === undefined ? {} : { memory }) }),
  );
}

class MastodonStage implements Stage {
  readonly name = 'Mastodon';
  readonly url: string;
  readonly accounts: readonly AccountForm[];
  private readonly posts = new Map<Language, string>();
  private seen: number;
  private turn = 0;

  constructor(private readonly server: MastodonSimulator) {
    const { url } = server;
    this.url = url;
    this.accounts = ours.map((account) => ({
      network: 'mastodon',
      apiBase: url,
      app: {},
      settings: { server: url, accessToken: server.addAccount(account).accessToken },
      brand: account.displayName,
    }));
    this.seen = server.published().length;
  }

  post(text: string, language: Language): void {
    this.posts.set(language, this.server.brandPosts('northline', { text }).id);
  }

  write(customer: Customer, space: Space, text: string): void {
    this.turn += 1;
    // Every third goes to the small brand; every second of the others is a comment under the big one's post.
    const to = this.turn % 3 === 0 ? 'brume' : 'northline';
    const isComment = space === 'public' && to === 'northline' && this.turn % 2 === 0;
    const post = isComment ? this.posts.get(customer.language) : undefined;
    this.server.customerPosts({
      handle: addressOf(customer),
      displayName: customer.name,
      language: customer.language,
      text: `@${to}@${domain} ${text}`,
      visibility: space === 'private' ? 'direct' : 'public',
      ...(post === undefined ? {} : { inReplyTo: post }),
    });
  }

  answers(): Answer[] {
    const fresh = this.server.published().slice(this.seen);
    this.seen += fresh.length;
    return fresh.flatMap(({ id, acct, mentions, text, visibility }): Answer[] => {
      const [address] = mentions;
      if (address === undefined) return [];
      const writeBack = (words: string) =>
        this.server.customerPosts({ handle: address, text: `@${acct}@${domain} ${words}`, inReplyTo: id, visibility });
      return [{ handle: address.split('@')[0] ?? address, text: text.replace(/^(@\S+\s+)+/u, ''), writeBack }];
    });
  }

  memory(): Buffer {
    return this.server.memory();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** Half of them live on other servers. */
function addressOf({ handle, language }: Customer): string {
  if (handle.length % 2 === 0) return handle;
  return language === 'fr' ? `${handle}@pouet.example` : `${handle}@toot.example`;
}
