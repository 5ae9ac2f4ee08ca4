import { target } from '../actions/target.js';
import type { Row } from '../store/row.js';

export const sample: (row: Row) => string = () => target;
