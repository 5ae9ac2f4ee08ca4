import type { PersonPage } from '../../../src/contract/index.js';
import { api } from './client.js';

const { client, dataOf } = api;

export const persons = {
  setVip: (id: string, vip: boolean): Promise<PersonPage> =>
    dataOf(client.PATCH('/api/persons/{id}', { params: { path: { id } }, body: { vip } })),
};
