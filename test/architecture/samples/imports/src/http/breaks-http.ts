import { target } from '../store/target.js';

export const sample = target;
