import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class RoutingSettingsBody {
  /** Seconds after which somebody who is not connected has left. */
  @IsInt()
  @Min(30)
  @Max(86_400)
  leftSeconds: number;

  /** Who may not take any ticket takes one of so many that press most; null: any. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  pickFromTop: number | null;

  /** How often in a day they may pass over one that presses more; null: as often as they like. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  skipsPerDay: number | null;
}
