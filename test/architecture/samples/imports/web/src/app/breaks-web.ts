import { target } from '../../../src/domain/target.js';

export const sample = target;
