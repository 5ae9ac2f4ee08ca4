import { target } from '../actions/target.js';

export const sample = target;
