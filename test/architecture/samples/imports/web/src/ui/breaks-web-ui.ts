import { target } from '../api/target.js';

export const sample = target;
