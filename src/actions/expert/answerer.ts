/** The expert who answers: signed in, or come by a link that is good for one question. */
export interface Answerer {
  readonly workspaceId: number;
  readonly id: string;
  readonly name: string;
}
