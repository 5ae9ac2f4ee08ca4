import { queryOptions } from '@tanstack/react-query';
import type {
  RoutingRule,
  RoutingRulesView,
  RoutingTrialView,
  TeamsView,
  Topic,
  TopicBookView,
  TopicTrialView,
} from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;

export const rulesQuery = queryOptions({
  queryKey: ['routing', 'rules'],
  queryFn: (): Promise<RoutingRulesView> => dataOf(client.GET('/api/routing/rules')),
});

export const teamsQuery = queryOptions({
  queryKey: ['routing', 'teams'],
  queryFn: (): Promise<TeamsView> => dataOf(client.GET('/api/teams')),
});

export const topicsQuery = queryOptions({
  queryKey: ['routing', 'topics'],
  queryFn: (): Promise<TopicBookView> => dataOf(client.GET('/api/routing/topics')),
});

/** What goes to the server is a copy that nobody else holds. */
const rulesOf = (rules: readonly RoutingRule[]) => structuredClone(rules).map(plainRule);
const topicsOf = (topics: readonly Topic[]) => topics.map((topic) => ({ ...topic, words: [...topic.words] }));

function plainRule({ when, then, ...rule }: RoutingRule) {
  const { text, postText } = when;
  const lists = {
    kinds: [...when.kinds],
    spaces: [...when.spaces],
    languages: [...when.languages],
    handles: [...when.handles],
    networks: [...when.networks],
    accounts: [...when.accounts],
    brands: [...when.brands],
    posts: [...when.posts],
    topics: [...when.topics],
    urgencies: [...when.urgencies],
    sentiments: [...when.sentiments],
  };
  return {
    ...rule,
    when: { ...when, ...lists, text: text && plainPattern(text), postText: postText && plainPattern(postText) },
    then: { ...then, skills: [...then.skills], tags: [...then.tags] },
  };
}

function plainPattern({ any, all, none, near }: NonNullable<RoutingRule['when']['text']>) {
  return { any: [...any], all: [...all], none: [...none], near: [...near] };
}

export const routing = {
  saveRules: (body: { revision: number; rules: readonly RoutingRule[] }): Promise<RoutingRulesView> =>
    dataOf(client.PUT('/api/routing/rules', { body: { ...body, rules: rulesOf(body.rules) } })),
  dryRun: (rules: readonly RoutingRule[], after: string | null): Promise<RoutingTrialView> =>
    dataOf(
      client.POST('/api/routing/dry-run', { body: { rules: rulesOf(rules), ...(after === null ? {} : { after }) } }),
    ),
  saveTopics: (body: { revision: number; topics: readonly Topic[] }): Promise<TopicBookView> =>
    dataOf(client.PUT('/api/routing/topics', { body: { ...body, topics: topicsOf(body.topics) } })),
  tryText: (text: string, topics: readonly Topic[]): Promise<TopicTrialView> =>
    dataOf(client.POST('/api/routing/topics/try', { body: { text, topics: topicsOf(topics) } })),
};
