import { typeset } from './typeset.js';

describe('French spacing', () => {
  it.each([
    ['Vraiment ?', 'Vraiment\u202f?'],
    ['Gardé ; réessayez !', 'Gardé\u202f; réessayez\u202f!'],
    ['Facebook a répondu : non', 'Facebook a répondu\u00a0: non'],
    ['Saisissez « Orizon » ici', 'Saisissez «\u00a0Orizon\u00a0» ici'],
    ['à 14:02', 'à 14:02'],
    ['https://relais.example', 'https://relais.example'],
  ])('sets "%s"', (plain, set) => {
    expect(typeset(plain)).toBe(set);
  });
});
