import { mustBeStrong } from './must-be-strong.js';

it.each(['nine-char', 'aaaaaaaaaaaa', 'abababababab', 'claire2026'])('refuses %s', (password) => {
  expect(() => mustBeStrong(password, 'claire@example.com')).toThrow('password.weak');
});

it.each(['a long sentence', 'xK3#pQ9!zL', 'claire and something more'])('accepts %s', (password) => {
  expect(() => mustBeStrong(password, 'claire@example.com')).not.toThrow();
});
