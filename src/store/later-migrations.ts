import { RefreshedCredentials1795617070000 } from '../../migrations/1795617070-refreshed-credentials.js';
import { AccountHealth1795617406000 } from '../../migrations/1795617406-account-health.js';
import { Offers1795617704000 } from '../../migrations/1795617704-offers.js';
import { Absences1795618343000 } from '../../migrations/1795618343-absences.js';
import { OnCallAndReach1795618870000 } from '../../migrations/1795618870-on-call-and-reach.js';
import { ListsByDeadline1795618993000 } from '../../migrations/1795618993-lists-by-deadline.js';
import { DraftsAndPens1795619070000 } from '../../migrations/1795619070-drafts-and-pens.js';
import { Approvals1795620055000 } from '../../migrations/1795620055-approvals.js';
import { Understanding1795620208000 } from '../../migrations/1795620208-understanding.js';

/** Those of the second part of the product's life, in the order in which they were written. */
export const laterMigrations = [
  RefreshedCredentials1795617070000,
  AccountHealth1795617406000,
  Offers1795617704000,
  Absences1795618343000,
  OnCallAndReach1795618870000,
  ListsByDeadline1795618993000,
  DraftsAndPens1795619070000,
  Approvals1795620055000,
  Understanding1795620208000,
];
