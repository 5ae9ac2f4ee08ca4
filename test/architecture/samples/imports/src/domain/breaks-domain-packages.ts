import * as target from 'node:fs';

export const sample = target;
