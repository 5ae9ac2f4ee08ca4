/** Everything Relais may refuse, with the facts its sentence needs. The words are in the console, the status in `http`. */
export interface Refusals {
  'not-found': { what: string };
  'not-allowed': { act: string; because: string };
  'sign-in.wrong': Record<string, never>;
  'sign-in.too-many': { retryAfterSeconds: number };
  'set-up.done': Record<string, never>;
  'link.invalid': Record<string, never>;
  'password.weak': { min: number };
  'agent.exists': { email: string };
  'agent.last-admin': Record<string, never>;
  'ticket.closed': { closedAt: string };
  'ticket.taken': { by: string };
  'ticket.transition': { from: string; to: string };
  'ticket.stale': { newer: number };
  'transfer.note': Record<string, never>;
  'reply.empty': Record<string, never>;
  'reply.too-long': { length: number; max: number };
  'reply.window-closed': { network: string; closedAt: string };
  'reply.no-way': { network: string; space: string };
  'reply.private-used': { at: string };
  'reply.files': { max: number };
  'reply.other-body': Record<string, never>;
  'message.state': { state: string };
  'account.refused': { code: string; detail: string };
  'account.exists': { name: string };
  'account.other': { expected: string; got: string };
  'account.fields': { fields: string };
  'network.unknown': { network: string };
  'delivery.state': { state: string };
  'file.too-large': { maxBytes: number };
}
export type RefusalCode = keyof Refusals;

/** A normal "no": answered with its code and facts, never logged as an error. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: C,
    readonly details: Refusals[C],
  ) {
    super(code);
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
