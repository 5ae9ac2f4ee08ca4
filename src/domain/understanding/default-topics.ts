import type { Lane } from '../team/role.js';

/** A matter that customers write about; `words` are stems without accents, in French and English. */
export interface Topic {
  readonly id: string;
  readonly lane: Lane;
  readonly name: { readonly en: string; readonly fr: string };
  readonly words: readonly string[];
  /** Messages that are about it, as customers would write them. */
  readonly examples?: readonly string[];
}

const topic = (lane: Lane, [id, en, fr]: readonly [string, string, string], words: string): Topic => ({
  id,
  lane,
  name: { en, fr },
  words: words.split(' '),
});

/** What a new workspace starts with: an operator's matters. Administrators change them. */
export const defaultTopics: readonly Topic[] = [
  topic(
    'care',
    ['network_outage', 'Outage', 'Panne réseau'],
    'panne coupure coupe outage down interruption incident connexion connection internet reseau signal marche fonctionne working capte lent slow',
  ),
  topic(
    'care',
    ['internet_tv', 'Internet and TV', 'Internet et TV'],
    'wifi box decodeur routeur router television chaine channel replay telecommande remote configurer activate parametr setup regler',
  ),
  topic(
    'care',
    ['device_os', 'Devices', 'Appareils'],
    'telephone phone iphone android samsung mobile batterie battery ecran screen esim sim mise update',
  ),
  topic(
    'care',
    ['billing', 'Billing', 'Facturation'],
    'facture factur bill invoice preleve prelevement charged montant debite paiement payment rembours refund avoir compens',
  ),
  topic(
    'care',
    ['order_delivery', 'Order and delivery', 'Commande et livraison'],
    'commande order livraison delivery colis parcel suivi tracking technicien technician raccordement rendez rdv appointment creneau installation demenag moving eligib fibre fiber',
  ),
  topic(
    'care',
    ['contract_cancel', 'Contract and leaving', 'Contrat et résiliation'],
    'contrat contract resili cancel annuler partir quitter leave terminate engagement portabilite rio porter porting retractation',
  ),
  topic(
    'care',
    ['offers_pricing', 'Offers and prices', 'Offres et prix'],
    'forfait plan offre offer tarif price prix promotion promo abonnement subscription remise discount',
  ),
  topic(
    'care',
    ['account_access', 'Account access', 'Accès au compte'],
    'passe password identifiant login espace connecter compte account bloque locked messagerie mailbox phishing pirate hacked',
  ),
  topic(
    'care',
    ['purchase_lead', 'Purchase lead', 'Projet d’achat'],
    'souscrire subscribe devenir client interesse interested nouveau acheter buy',
  ),
  topic(
    'community',
    ['praise', 'Praise', 'Félicitations'],
    'merci bravo super genial parfait top excellent great love thanks amazing felicit',
  ),
  topic(
    'community',
    ['press_influencer', 'Press and influencers', 'Presse et influenceurs'],
    'journaliste journalist presse press article interview redaction reporter media partenariat collaboration sponsor influenc collab ambassad',
  ),
  topic(
    'community',
    ['product_idea', 'Product idea', 'Idée de produit'],
    'idee idea suggest propos pourriez devriez feature fonctionnalite',
  ),
  topic(
    'community',
    ['complaint', 'Complaint', 'Mécontentement'],
    'scandale scandaleux boycott plainte avocat lawyer lawsuit honte ridicule incompetent attente attends hotline inadmissible unacceptable',
  ),
  topic(
    'community',
    ['abuse_spam', 'Abuse and spam', 'Insultes et indésirables'],
    'arnaque scam casino bitcoin crypto gagner idiot stupid',
  ),
  topic(
    'expert',
    ['network_technology', 'Network technology', 'Technologie réseau'],
    '5g frequence frequency antenne antenna mhz ipv6 cgnat dns latence latency peering xgs pon protocole protocol bande traceroute smtp vpn',
  ),
];
