import { target } from './tools/target.js';

export const sample = target;
