import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { TicketRow } from '../../../../../src/contract/index.js';
import { AssignDialog } from './assign-dialog.js';
import { CloseDialog } from './close-dialog.js';
import { PutOffDialog } from './put-off-dialog.js';
import { TransferDialog } from './transfer-dialog.js';
import { useTicketActs } from './use-ticket-acts.js';

export interface Acts {
  take: (row: TicketRow) => void;
  release: (row: TicketRow) => void;
  reopen: (row: TicketRow) => void;
  askClose: (row: TicketRow, thenNext: boolean) => void;
  askTransfer: (row: TicketRow) => void;
  askAssign: (row: TicketRow) => void;
  askPutOff: (row: TicketRow) => void;
  resume: (row: TicketRow) => void;
}

const ActsContext = createContext<Acts | null>(null);

type Asking =
  { what: 'close'; row: TicketRow; thenNext: boolean } | { what: 'transfer' | 'assign' | 'put-off'; row: TicketRow };

/** The acts on a ticket, and the questions that some of them ask first: the same ones in the list and in the ticket. */
export function ActsProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { take, release, reopen, putOff, ...rest } = useTicketActs();
  const acts = useMemo<Acts>(
    () => ({
      take,
      release,
      reopen,
      askClose: (row, thenNext) => {
        setAsking({ what: 'close', row, thenNext });
      },
      askTransfer: (row) => {
        setAsking({ what: 'transfer', row });
      },
      askAssign: (row) => {
        setAsking({ what: 'assign', row });
      },
      askPutOff: (row) => {
        setAsking({ what: 'put-off', row });
      },
      resume: putOff.resume,
    }),
    [take, release, reopen, putOff],
  );
  const done = () => {
    setAsking(null);
  };
  return (
    <ActsContext value={acts}>
      {children}
      {asking?.what === 'close' && (
        <CloseDialog row={asking.row} thenNext={asking.thenNext} onDone={done} close={rest.close} />
      )}
      {asking?.what === 'transfer' && <TransferDialog row={asking.row} onDone={done} transfer={rest.transfer} />}
      {asking?.what === 'put-off' && <PutOffDialog row={asking.row} onDone={done} putOff={putOff} />}
      {asking?.what === 'assign' && <AssignDialog row={asking.row} onDone={done} assign={rest.assign} />}
    </ActsContext>
  );
}

export function useActs(): Acts {
  const acts = use(ActsContext);
  if (!acts) throw new Error('there is no ActsProvider above');
  return acts;
}
