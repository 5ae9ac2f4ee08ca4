// @typescript-eslint/no-restricted-imports
import { Inject, Injectable } from '@nestjs/common';

@Injectable()
export class Act {
  constructor(@Inject('name') readonly name: string) {}
}
