import { queryOptions } from '@tanstack/react-query';
import type {
  AskList,
  AskListName,
  AskMode,
  AskPage,
  AskView,
  EmbargoView,
  ExpertView,
  SuggestionsView,
} from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf, done } = api;
const byId = (id: string) => ({ path: { id } });

export const expertsQuery = queryOptions({
  queryKey: ['experts'],
  queryFn: (): Promise<ExpertView[]> => dataOf(client.GET('/api/experts')),
});

export const embargoesQuery = queryOptions({
  queryKey: ['embargoes'],
  queryFn: (): Promise<EmbargoView[]> => dataOf(client.GET('/api/embargoes')),
});

export const suggestionsQuery = (ticketId: string, topic: string | null) =>
  queryOptions({
    queryKey: ['expert-suggestions', ticketId, topic],
    queryFn: (): Promise<SuggestionsView> =>
      dataOf(
        client.GET('/api/tickets/{id}/expert-suggestions', {
          params: { path: { id: ticketId }, query: topic === null ? {} : { topic } },
        }),
      ),
  });

export const askPageQuery = (askId: string) =>
  queryOptions({
    queryKey: ['ask-page', askId],
    queryFn: (): Promise<AskPage> => dataOf(client.GET('/api/ask-pages/{id}', { params: byId(askId) })),
    enabled: askId !== '',
    retry: false,
  });

export type ExpertForm = Omit<ExpertView, 'agent' | 'consentAt' | 'usedThisWeek' | 'answered'> & {
  consent: boolean | null;
};

interface Question {
  clientId: string;
  question: string;
  expertId: string | null;
  mode: AskMode;
  topic: string | null;
  unmasked: boolean;
}

interface Submission {
  text: string;
  revision: number;
  consent: boolean;
  seenMessageId: string | null;
  anyway: boolean;
}

export type FirstWord = { as: 'accept' } | { as: 'later'; until: string } | { as: 'not-me'; expertId: string | null };
export type Review =
  { as: 'approve'; text: string; seenMessageId: string | null; anyway: boolean } | { as: 'return'; advice: string };

export const experts = {
  save: (id: string, { topics, consent, ...form }: ExpertForm): Promise<ExpertView> => {
    const levels = Object.entries(topics).map(([topic, level]) => ({ topic, level }));
    const body = { ...form, topics: levels, ...(consent === null ? {} : { consent }) };
    return dataOf(client.PUT('/api/experts/{id}', { params: byId(id), body }));
  },
  saveEmbargoes: (embargoes: readonly EmbargoView[]): Promise<EmbargoView[]> =>
    dataOf(client.PUT('/api/embargoes', { body: { embargoes: [...embargoes] } })),
};

export const asks = {
  list: (view: AskListName): Promise<AskList> => dataOf(client.GET('/api/asks', { params: { query: { view } } })),
  ask: (ticketId: string, body: Question): Promise<AskView> =>
    dataOf(client.POST('/api/tickets/{id}/asks', { params: byId(ticketId), body })),
  again: (id: string, expertId: string | null): Promise<AskView> =>
    dataOf(client.POST('/api/asks/{id}/again', { params: byId(id), body: { expertId } })),
  withdraw: (id: string): Promise<AskView> =>
    dataOf(client.POST('/api/asks/{id}/withdraw', { params: byId(id), body: {} })),
  review: (id: string, body: Review): Promise<AskView> =>
    dataOf(client.POST('/api/asks/{id}/review', { params: byId(id), body })),
  link: (id: string): Promise<{ url: string; expiresAt: string }> =>
    dataOf(client.POST('/api/asks/{id}/link', { params: byId(id), body: {} })),
};

/** What an expert does with one question, signed in or come by its link. */
export const askPages = {
  open: (token: string): Promise<{ askId: string }> =>
    dataOf(client.POST('/api/ask-links/{token}', { params: { path: { token } }, body: {} })),
  word: (id: string, body: FirstWord): Promise<void> =>
    done(client.POST('/api/ask-pages/{id}/word', { params: byId(id), body })),
  draft: (id: string, body: { text: string; revision: number }): Promise<void> =>
    done(client.PUT('/api/ask-pages/{id}/draft', { params: byId(id), body })),
  submit: (id: string, body: Submission): Promise<void> =>
    done(client.POST('/api/ask-pages/{id}/submit', { params: byId(id), body })),
};
