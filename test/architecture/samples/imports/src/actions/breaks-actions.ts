import { target } from '../http/target.js';

export const sample = target;
