import type { Words } from './words.js';

export const french: Words = {
  openings: {
    network: {
      public: [
        'Plus de réseau depuis ce matin à {place}, c’est prévu que ça revienne quand ?',
        'Internet coupé depuis hier soir ici. Une panne sur {place} ?',
        'Je capte une barre sur deux dans tout le quartier, à {place}. Vous avez un incident en cours ?',
      ],
      private: [
        'Bonjour, ma box est en voyant rouge depuis 7 h. J’ai débranché et rebranché, rien. Je suis à {place}.',
        'Bonjour, ma connexion tombe toutes les dix minutes depuis lundi. Je travaille à la maison, c’est urgent.',
        'Impossible de passer un appel depuis deux jours, « réseau mobile indisponible ». Que faire ?',
      ],
    },
    wifi: {
      public: [
        'Le wifi de la nouvelle box ne va pas jusqu’à la chambre. Il existe un répéteur chez vous ?',
        'Depuis la mise à jour, mon décodeur TV perd les chaînes info. Je suis le seul ?',
      ],
      private: [
        'Bonjour, comment changer le mot de passe du wifi ? Je ne trouve pas le menu dans l’appli.',
        'Ma télécommande ne répond plus au décodeur, les piles sont neuves. Un réglage à refaire ?',
        'Le replay s’arrête au bout de deux minutes à chaque fois. La télévision en direct, elle, marche.',
      ],
    },
    device: {
      public: [
        'L’eSIM sur iPhone, ça se commande en ligne ou il faut passer en boutique ?',
        'Mon Samsung acheté chez vous en mai s’éteint à 30 % de batterie. Sous garantie j’imagine ?',
      ],
      private: [
        'Bonjour, mon téléphone affiche « SIM non valide » depuis la mise à jour Android de cette nuit.',
        'Écran cassé, j’ai pris l’assurance à 9 € par mois. Je l’envoie où ?',
        'J’ai changé de mobile, comment transférer ma carte SIM sur la nouvelle eSIM ?',
      ],
    },
    bill: {
      public: [
        '58 € prélevés au lieu de 34 ce mois-ci, une explication ?',
        'On me facture encore la box que j’ai rendue en septembre. Ça devient long.',
        'Deux prélèvements pour le même mois, et personne au bout du fil. Merci de regarder.',
      ],
      private: [
        'Bonjour, ma facture de ce mois a 12 € « hors forfait » que je ne comprends pas. Vous pouvez me dire d’où ça vient ?',
        'On m’avait promis un remboursement de 45 € après la coupure d’octobre, je ne vois rien sur ma facture.',
        'Ma banque a changé, comment vous donner le nouveau RIB sans attendre le prochain prélèvement ?',
      ],
    },
    order: {
      public: [
        'Technicien prévu entre 8 h et 12 h, il est 14 h. Personne. Troisième rendez-vous manqué à {place}.',
        'Commande passée il y a trois semaines, toujours « en préparation ». Une date ?',
        'Est-ce que la fibre arrive bientôt à {place} ? Le site dit « bientôt » depuis un an.',
      ],
      private: [
        'Bonjour, le suivi indique que mon colis est livré mais je n’ai rien reçu. Commande NL-{number}.',
        'Je déménage le 15, il faut combien de temps pour le raccordement de la fibre au nouveau logement ?',
        'Je dois déplacer mon rendez-vous d’installation de jeudi. Le samedi, c’est possible ?',
      ],
    },
    contract: {
      public: [
        'Pour résilier il faut vraiment envoyer un recommandé en 2026 ?',
        'Je veux partir, et on me demande 60 € de frais alors que je suis sans engagement.',
      ],
      private: [
        'Bonjour, je voudrais résilier la ligne de mon père, décédé en août. Quels documents vous faut-il ?',
        'Où trouver mon code RIO ? Je change d’opérateur le mois prochain.',
        'J’ai souscrit samedi en boutique et je me rétracte. La procédure, s’il vous plaît ?',
      ],
    },
    offer: {
      public: [
        'Le forfait à 12,99 € de votre affiche, c’est pour les clients actuels aussi ou seulement les nouveaux ?',
        'Dix ans chez vous et aucune promo, alors que le voisin paie moitié moins. Normal ?',
      ],
      private: [
        'Bonjour, je paie 41 € pour la fibre et la TV. Il y a une offre plus intéressante pour un ancien client ?',
        'Mon fils part un an au Canada : quel forfait pour l’appeler sans se ruiner ?',
        'La remise étudiante est-elle cumulable avec l’abonnement famille ?',
      ],
    },
    access: {
      public: [
        'L’appli me déconnecte à chaque ouverture, je ne peux plus voir mon compte.',
        'J’ai reçu un SMS « Northline : votre compte sera suspendu », c’est vous ou un piège ?',
      ],
      private: [
        'Bonjour, mon espace client est bloqué après trois essais. Comment récupérer mon identifiant ?',
        'Je n’ai plus accès à ma messagerie northline.example, le mot de passe est refusé.',
        'Quelqu’un a changé l’adresse mail de mon compte, je pense avoir été piraté. C’est urgent !',
      ],
    },
    newcomer: {
      public: [
        'J’hésite à venir chez vous : la 5G est vraiment disponible à {place} ?',
        'Nouveau dans le coin, je cherche une box sans engagement. Vous avez une boutique à {place} ?',
      ],
      private: [
        'Bonjour, je voudrais souscrire à la fibre mais le formulaire refuse mon adresse. Vous pouvez vérifier ?',
        'Intéressé par trois lignes pour ma petite entreprise. Qui peut m’appeler ?',
      ],
    },
    praise: {
      public: [
        'Bravo à Karim, le technicien de ce matin à {place} : ponctuel, propre, et il a tout expliqué. Merci !',
        'Super accueil, merci à toute l’équipe : la fibre en deux jours. Bravo !',
        'Un grand merci à votre boutique de {place}, ma grand-mère est repartie avec un téléphone qu’elle comprend.',
      ],
      private: ['Juste un mot pour dire que votre collègue d’hier a été parfaite. Merci encore, vraiment.'],
    },
    idea: {
      public: [
        'Idée : une appli qui montre la qualité du réseau rue par rue, avant de déménager. Vous devriez !',
        'Vous pourriez proposer des box reconditionnées, moins chères et plus écolos ?',
      ],
      private: ['Une suggestion : pouvoir mettre sa ligne en pause pendant un long voyage, ce serait génial.'],
    },
    complaint: {
      public: [
        'Quarante minutes d’attente à la hotline pour me faire raccrocher au nez. C’est inadmissible.',
        'Service client en dessous de tout, j’envisage une plainte. Quelqu’un lit ces messages ?',
        'Scandaleux : trois conseillers, trois réponses différentes, et toujours pas de solution.',
      ],
      private: ['Je n’ai jamais vu autant d’incompétence. Je vous laisse une dernière chance de me répondre ici.'],
    },
    technology: {
      public: [
        'Quelles bandes de fréquence utilisez-vous pour la 5G à {place} ? Mon modem n’accroche que le 700 MHz.',
        'Toujours du CGNAT sur vos offres mobiles ? L’IPv6 est prévue pour quand ?',
        'Le peering avec les plateformes vidéo sature chaque soir : latence à 90 ms de 20 h à 23 h. Vous augmentez quand ?',
      ],
      private: [
        'Bonjour, sur ma fibre XGS-PON je plafonne à 2,1 Gb/s en descente. Le routeur négocie bien à 10 Gb/s : limite du profil ?',
        'Le port SMTP 25 est filtré sur ma ligne. Comment lever le blocage pour un serveur de mail chez moi ?',
        'Vos serveurs DNS renvoient SERVFAIL sur les domaines signés DNSSEC depuis mardi. Traceroute à l’appui si besoin.',
      ],
    },
  },
  press: {
    public: [
      'Journaliste au Gazetier du Nord, je prépare un article sur les pannes répétées à {place}. Qui peut répondre à une interview avant 17 h ?',
    ],
    private: [
      'Bonjour, rédaction de Radio Littoral : nous cherchons un porte-parole pour notre journal de 18 h sur la hausse des tarifs. Un contact presse ?',
    ],
  },
  outage: [
    'Plus rien à {place}, ni fixe ni mobile !',
    'Panne générale ou c’est juste chez moi ? {place}, centre.',
    'Internet coupé à {place} depuis 10 minutes.',
    'Réseau mort ici, on ne peut même pas appeler les secours. {place}.',
    'Pareil à {place}, toute la rue est coupée.',
    'C’est la panne chez vous ? Impossible de travailler.',
    'Votre site dit « aucun incident » alors que tout {place} est en panne. Sérieusement ?',
    'Box qui clignote rouge, téléphone sans réseau. Une idée du délai ?',
    'Je tiens un commerce à {place} : plus de terminal de paiement. C’est urgent.',
    'Coupure totale. Vous communiquez quand ?',
    'Plus de connexion à l’école de {place}, plus de téléphone non plus.',
    'Encore une panne… la troisième ce mois-ci.',
    'Mes parents à {place} n’ont plus de ligne et mon père est malade. Répondez s’il vous plaît !',
    'Ça remarche chez quelqu’un à {place} ?',
    'Aucune barre depuis tout à l’heure, incident en cours ?',
  ],
  thanks: [
    'Merci beaucoup !',
    'Parfait, merci pour votre aide.',
    'Ça marche de nouveau, merci !',
    'Super, merci à vous. Bonne journée !',
    'Merci pour la réponse rapide, c’est réglé.',
    'Nickel, merci !',
  ],
  details: {
    number: [
      'Oui bien sûr : numéro de client {number}, au nom de {name}.',
      'Je vous envoie le numéro de commande : NL-{number}.',
      'C’est le {number}. Vous le voyez de votre côté ?',
    ],
    place: ['C’est à {place}, la ligne se termine par 42.', 'À {place}, dans le centre. Tout l’immeuble est concerné.'],
    time: ['Plutôt le matin, avant 11 h si c’est possible.', 'Depuis hier soir, vers 19 h.'],
    anything: [
      'Je viens d’essayer, même chose malheureusement.',
      'Oui, c’est bien ça.',
      'D’accord. Et combien de temps ça prend en général ?',
    ],
  },
  unhappy: [
    'On m’a déjà dit ça la semaine dernière, et rien n’a changé.',
    'Ce n’est pas une réponse. Je veux parler à quelqu’un.',
    'Toujours en panne malgré ce que vous dites.',
    'Je vais finir par partir à la concurrence.',
  ],
  waiting: [
    'Il y a quelqu’un ?',
    'Je précise que ça dure depuis hier.',
    'Une réponse serait appréciée…',
    'J’ai oublié de dire : je suis client depuis 2014.',
  ],
  posts: [
    'La fibre arrive dans 120 nouvelles communes cet hiver. La vôtre en fait partie ? On vous dit tout en commentaire.',
    'Nos boutiques ouvrent jusqu’à 20 h pendant les fêtes. Passez nous voir, le chocolat est offert.',
    'Nouvelle box : plus petite, plus sobre, et le wifi jusque dans la chambre du fond.',
    'Nos équipes sont sur le terrain après la tempête. Merci pour votre patience, et prenez soin de vous.',
  ],
};
