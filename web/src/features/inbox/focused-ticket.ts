/** The ticket whose row has the focus, itself or in one of its buttons. */
export function focusedTicket(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-ticket]')?.dataset['ticket'] ?? null;
}
