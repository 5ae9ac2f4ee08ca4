import { IsIn } from 'class-validator';

export class SettleBody {
  /** What the writer found at the network. */
  @IsIn(['sent', 'not-sent'])
  as: 'sent' | 'not-sent';
}
