// no-restricted-syntax: No barrel file
export { anything } from './any.js';
