import * as target from 'class-validator';

export const sample = target;
