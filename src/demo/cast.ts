import type { Role } from '../domain/team/role.js';

export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: readonly ('fr' | 'en')[];
  readonly capacity: number;
  readonly locale: 'fr' | 'en';
}

/** The team of the demo. They all have the same password, which is printed: nothing here is real. */
export const demoPassword = 'welcome-to-relais';

export const administrator: Colleague = {
  name: 'Camille Roussel',
  email: 'camille@northline.example',
  role: 'admin',
  languages: ['fr', 'en'],
  capacity: 4,
  locale: 'fr',
};

export const colleagues: readonly Colleague[] = [
  {
    name: 'Amélie Laurent',
    email: 'amelie@northline.example',
    role: 'adviser',
    languages: ['fr', 'en'],
    capacity: 8,
    locale: 'fr',
  },
  {
    name: 'Ben Carter',
    email: 'ben@northline.example',
    role: 'adviser',
    languages: ['en', 'fr'],
    capacity: 8,
    locale: 'en',
  },
  {
    name: 'Chloé Marchand',
    email: 'chloe@northline.example',
    role: 'community_manager',
    languages: ['fr', 'en'],
    capacity: 12,
    locale: 'fr',
  },
  {
    name: 'Étienne Vasseur',
    email: 'etienne@northline.example',
    role: 'expert',
    languages: ['fr', 'en'],
    capacity: 3,
    locale: 'fr',
  },
  {
    name: 'Sofia Haddad',
    email: 'sofia@northline.example',
    role: 'team_lead',
    languages: ['fr', 'en'],
    capacity: 4,
    locale: 'fr',
  },
];

/** What the experts of the cast can be asked. They say themselves, with their first answer, that they may be named. */
export const expertProfile = {
  topics: [
    { topic: 'network_technology', level: 3 },
    { topic: 'network_outage', level: 2 },
    { topic: 'internet_tv', level: 2 },
  ],
  languages: ['fr', 'en'],
  zone: 'Europe/Paris',
  hours: [],
  weeklyQuota: 10,
  autonomy: 'reviewed',
  signature: 'Étienne, ingénieur réseau',
  active: true,
} as const;
