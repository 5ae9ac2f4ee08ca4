import { IsIn, IsOptional, Matches } from 'class-validator';

const shelves = ['dead', 'set-aside'] as const;
type Shelf = (typeof shelves)[number];

export class DeliveryQuery {
  @IsIn(shelves)
  state: Shelf;

  /** The `next` of the page before. */
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  after?: string;
}

export class ReplayBody {
  @IsIn(shelves)
  state: Shelf;
}
