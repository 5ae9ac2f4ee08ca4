import type { Lane } from '../team/role.js';

/** A matter that customers write about; `words` are stems without accents, in French and English. */
export interface Topic {
  readonly id: string;
  readonly lane: Lane;
  readonly name: { readonly en: string; readonly fr: string };
  readonly words: readonly string[];
}

const topic = (
  lane: Lane,
  id: string,
  name: { readonly en: string; readonly fr: string },
  words: string,
): Topic => ({ id, lane, name, words: words.split(' ') });

/** What a new workspace starts with: an operator's matters. Administrators change them. */
export const defaultTopics: readonly Topic[] = [
  topic('care', 'outage', { en: 'Outage', fr: 'Panne' },
    'panne coupure coupe outage down interruption incident connexion internet wifi reseau network signal marche fonctionne working'),
  topic('care', 'fibre', { en: 'Fibre', fr: 'Fibre' },
    'fibre fiber technicien technician raccordement debit box routeur router install'),
  topic('care', 'mobile', { en: 'Mobile', fr: 'Mobile' },
    'mobile 4g sim esim roaming itinerance sms appel'),
  topic('care', 'bill', { en: 'Bill', fr: 'Facture' },
    'facture factur bill invoice preleve prelevement charged montant debite paiement payment prix'),
  topic('care', 'refund', { en: 'Refund', fr: 'Remboursement' },
    'rembours refund avoir compens geste'),
  topic('care', 'order', { en: 'Order and delivery', fr: 'Commande et livraison' },
    'commande order livraison delivery colis parcel recu suivi tracking'),
  topic('care', 'contract', { en: 'Contract', fr: 'Contrat' },
    'contrat contract forfait plan engagement offre abonnement subscription'),
  topic('care', 'cancel', { en: 'Cancellation', fr: 'Résiliation' },
    'resili cancel annuler partir quitter leave terminate'),
  topic('care', 'number', { en: 'Keeping a number', fr: 'Portabilité' },
    'portabilite rio porter porting numero'),
  topic('care', 'access', { en: 'Account access', fr: 'Accès au compte' },
    'mot passe password identifiant login espace connecter compte bloque locked'),
  topic('care', 'how-to', { en: 'How to', fr: 'Comment faire' },
    'comment how configurer activer activate parametr setup regler'),
  topic('care', 'appointment', { en: 'Appointment', fr: 'Rendez-vous' },
    'rendez rdv appointment venir creneau absent'),
  topic('care', 'waiting', { en: 'Waiting for an answer', fr: 'Sans réponse' },
    'attente attends reponse waiting answer reply relance hotline'),
  topic('community', 'praise', { en: 'Praise', fr: 'Compliment' },
    'merci bravo super genial parfait top excellent great love thanks amazing felicit'),
  topic('community', 'press', { en: 'Press', fr: 'Presse' },
    'journaliste journalist presse press article interview redaction reporter media'),
  topic('community', 'influencer', { en: 'Partnership', fr: 'Partenariat' },
    'partenariat collaboration sponsor influenc collab ambassad'),
  topic('community', 'idea', { en: 'Idea', fr: 'Idée' },
    'idee idea suggest propos pourriez devriez feature fonctionnalite'),
  topic('community', 'contest', { en: 'Contest', fr: 'Jeu-concours' },
    'concours contest gagn jeu tirage win'),
  topic('community', 'crisis', { en: 'Crisis', fr: 'Crise' },
    'scandale boycott plainte avocat lawyer lawsuit arnaque scam fraude danger honte'),
  topic('expert', 'technology', { en: 'Network technology', fr: 'Technologie réseau' },
    '5g frequence frequency antenne antenna mhz ipv6 cgnat dns latence latency peering xgs pon protocole protocol bande'),
  topic('expert', 'roadmap', { en: 'Offers to come', fr: 'Offres à venir' },
    'prevu roadmap bientot sortie prochaine futur release launch lancement quand'),
];
