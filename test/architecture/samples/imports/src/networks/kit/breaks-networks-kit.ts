import { target } from '../second/target.js';

export const sample = target;
