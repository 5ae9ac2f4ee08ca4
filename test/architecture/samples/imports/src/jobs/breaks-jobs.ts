import { target } from '../domain/target.js';

export const sample = target;
