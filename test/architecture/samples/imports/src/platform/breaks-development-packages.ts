import * as target from 'vite';

export const sample = target;
