import { target } from '../platform/target.js';

export const sample = target;
