// no-restricted-syntax: No barrel file
export * from './any.js';
