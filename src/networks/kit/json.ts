import { parseJson } from '../../platform/json.js';
import { fields, type Fields } from './read.js';

/** The object that a text holds; nothing for a text that holds none, a cursor of another release for example. */
export function objectIn(text: string | null): Fields {
  if (text === null) return {};
  try {
    return fields(parseJson(text));
  } catch {
    // Not ours, or damaged: beginning anew is the best that can be done.
    return {};
  }
}
