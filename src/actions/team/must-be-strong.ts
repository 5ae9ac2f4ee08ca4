import { Refusal } from '../../domain/refusal.js';

const min = 10;
const fewestDifferent = 5;

/** Length is what counts; what is repetitive or holds the address is guessed first. */
export function mustBeStrong(password: string, email: string): void {
  const [name = ''] = email.toLowerCase().split('@');
  const repetitive = new Set(password).size < fewestDifferent;
  const obvious = name.length >= 4 && password.toLowerCase().includes(name) && password.length < min + name.length;
  if (password.length < min || repetitive || obvious) throw new Refusal('password.weak', { min });
}
