import { target } from './nowhere.js';

export const sample = target;
