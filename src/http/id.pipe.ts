import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Refusal } from '../contract/index.js';

/** An id in a path. What is no id names nothing that exists. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value)) throw new Refusal('not-found', { what: 'id' });
    return value;
  }
}
