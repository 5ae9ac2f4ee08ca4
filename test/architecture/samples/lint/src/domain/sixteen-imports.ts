// no-restricted-syntax: imports at most 15 of ours
import './any.js';
import './assertion.js';
import './bang.js';
import './suppression.js';
import './console.js';
import './loose-equality.js';
import './forgotten-case.js';
import './forgotten-promise.js';
import './unused.js';
import './empty-catch.js';
import './four-parameters.js';
import './four-parameters-of-a-method.js';
import './six-dependencies.js';
import './meta.js';
import './now.js';
import './stopwatch.js';

export const many = 16;
