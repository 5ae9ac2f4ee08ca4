import type { QueryRunner } from 'typeorm';

type Values = readonly unknown[];

/** Statements on one connection. Parameters only, never text put together from values. */
export class Sql {
  constructor(private readonly runner: QueryRunner) {}

  async many<Row>(text: string, values: Values = []): Promise<Row[]> {
    // The driver cannot know what a statement answers; who writes the statement says it.
    const { records }: { records: Row[] } = await this.runner.query(text, [...values], true);
    return records;
  }

  async maybe<Row>(text: string, values: Values = []): Promise<Row | null> {
    const [row] = await this.many<Row>(text, values);
    return row ?? null;
  }

  async one<Row>(text: string, values: Values = []): Promise<Row> {
    const row = await this.maybe<Row>(text, values);
    if (row === null) throw new Error('a statement that must answer a row answered none');
    return row;
  }

  /** How many rows it touched. */
  async run(text: string, values: Values = []): Promise<number> {
    const result = await this.runner.query(text, [...values], true);
    return result.affected ?? 0;
  }
}
