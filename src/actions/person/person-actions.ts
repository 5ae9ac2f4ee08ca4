import { ChangePerson } from './change-person.js';
import { JoinPersons } from './join-persons.js';
import { UndoJoin } from './undo-join.js';

/** What is changed about who writes to us. */
export const personActions = [ChangePerson, JoinPersons, UndoJoin];
