import { target } from '../app/target.js';

export const sample = target;
