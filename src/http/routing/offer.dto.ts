import { IsIn, IsOptional } from 'class-validator';
import { offerListNames, type OfferListName } from '../../contract/index.js';

export class OfferQuery {
  @IsOptional()
  @IsIn(offerListNames)
  view?: OfferListName;
}
