import * as target from 'typeorm';

export const sample = target;
