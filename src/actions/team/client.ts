/** The browser or program that a session is opened for, as its owner will recognise it in the list. */
export interface Client {
  readonly name: string;
  readonly address: string;
}
