/** Instants are ISO 8601 text in UTC; ids are text. */
export type Instant = string;

export interface AgentRef {
  id: string;
  name: string;
}

/** A file of ours, by its id. */
export interface FileView {
  id: string;
  name: string;
  mime: string;
  size: number;
}
