import { newId } from '../../src/platform/ids.js';
import { notePresence } from '../../src/store/team/presence.store.js';
import type { Person, TestRelais } from './relais.js';

/** These people have a console open. */
export async function atTheirScreens(relais: TestRelais, people: readonly Person[]): Promise<void> {
  const { workspaceId } = relais.running;
  const screens = people.map(({ id }) => ({
    workspaceId,
    agentId: id,
    socketId: newId(),
    ticketId: null,
    drafting: false,
    idle: false,
  }));
  await relais.db.everywhere((sql) => notePresence(sql, screens));
}
