import { personalData } from './personal-data.js';

describe('personal data in a public reply', () => {
  it.each([
    ['Appelez-moi au 06 12 34 56 78', ['phone']],
    ['Mon numéro : +33 6 12 34 56 78.', ['phone']],
    ['0612345678 merci', ['phone']],
    ['Écrivez à lea.martin+pro@exemple.fr svp', ['email']],
    ['FR76 3000 6000 0112 3456 7890 189', ['iban']],
    ['Votre numéro de client 100482917 est noté', ['number']],
    ['lea@exemple.fr ou 06.12.34.56.78', ['email', 'phone']],
  ])('is found in “%s”', (text, kinds) => {
    expect(personalData(text)).toEqual(kinds);
  });

  it.each([
    'Bonjour, il vous en coûtera 19,99 € par mois dès le 12/11/2026.',
    'Tout est sur https://exemple.fr/aide/100482917',
    'Bonjour @lea@mastodon.social, nous regardons cela.',
    'Votre ligne sera rétablie avant 18 h 30, le 26.11.2026.',
    'Plus de 1 200 000 foyers',
  ])('is not seen in “%s”', (text) => {
    expect(personalData(text)).toEqual([]);
  });
});
