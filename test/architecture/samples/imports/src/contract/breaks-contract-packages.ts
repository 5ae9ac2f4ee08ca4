import * as target from 'zod';

export const sample = target;
