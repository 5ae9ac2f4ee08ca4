export type Language = 'fr' | 'en';

export interface Customer {
  readonly handle: string;
  readonly name: string;
  readonly language: Language;
  readonly place: string;
}

const customer = (name: string, language: Language, place: string): Customer => {
  const plain = name.normalize('NFD').replaceAll(/[^\p{L} ]/gu, '');
  return { handle: plain.toLowerCase().replaceAll(' ', '_'), name, language, place };
};

/** Who writes. Everybody and every place is made up. */
export const customers: readonly Customer[] = [
  customer('Inès Carvalho', 'fr', 'Valmont'),
  customer('Bruno Teissier', 'fr', 'Rive-Haute'),
  customer('Maëlle Kergoat', 'fr', 'Port-Clair'),
  customer('Youssef Amrani', 'fr', 'Valmont'),
  customer('Odile Brisset', 'fr', 'Saint-Aubin'),
  customer('Théo Lacombe', 'fr', 'Montbrel'),
  customer('Nathalie Guérin', 'fr', 'Port-Clair'),
  customer('Samuel Okafor', 'fr', 'Rive-Haute'),
  customer('Léa Monnier', 'fr', 'Montbrel'),
  customer('Patrick Delmas', 'fr', 'Saint-Aubin'),
  customer('Fatou Diagne', 'fr', 'Valmont'),
  customer('Hugo Perrault', 'fr', 'Les Tilleuls'),
  customer('Sylvie Aubry', 'fr', 'Les Tilleuls'),
  customer('Mehdi Belkacem', 'fr', 'Port-Clair'),
  customer('Clara Vidal', 'fr', 'Montbrel'),
  customer('Gérard Poncet', 'fr', 'Saint-Aubin'),
  customer('Élise Fournier', 'fr', 'Valmont'),
  customer('Kevin Masson', 'fr', 'Rive-Haute'),
  customer('Anaïs Rolland', 'fr', 'Port-Clair'),
  customer('Driss Haddou', 'fr', 'Montbrel'),
  customer('Mireille Caron', 'fr', 'Les Tilleuls'),
  customer('Noé Jacquet', 'fr', 'Saint-Aubin'),
  customer('Amy Whitlock', 'en', 'Harborough'),
  customer('Callum Reid', 'en', 'Eastwick'),
  customer('Priya Nair', 'en', 'Harborough'),
  customer('Tom Ashdown', 'en', 'Millbrook'),
  customer('Grace Oyelaran', 'en', 'Eastwick'),
  customer('Daniel Kowalski', 'en', 'Millbrook'),
  customer('Sophie Turnbull', 'en', 'Fernleigh'),
  customer('Marcus Bell', 'en', 'Harborough'),
  customer('Hannah Lindqvist', 'en', 'Fernleigh'),
  customer('Raj Malhotra', 'en', 'Eastwick'),
  customer('Eleanor Pike', 'en', 'Millbrook'),
  customer('Jack Donnelly', 'en', 'Fernleigh'),
  customer('Mei Tanaka', 'en', 'Harborough'),
  customer('Oliver Grant', 'en', 'Eastwick'),
  customer('Zara Hussain', 'en', 'Millbrook'),
  customer('Bram Visser', 'en', 'Fernleigh'),
];

/** Who asks for the newspaper. */
export const journalists: readonly Customer[] = [
  customer('Solène Archambault', 'fr', 'Valmont'),
  customer('Ruth Calloway', 'en', 'Harborough'),
];
