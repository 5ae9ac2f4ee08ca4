import type { refusalsEn } from '../en/refusals.js';

export const refusalsFr: Record<keyof typeof refusalsEn, string> = {
  'refusal.not-found': 'Cet élément n’existe plus, ou vous n’y avez pas accès. Rien n’a été modifié.',
  'refusal.not-allowed':
    'Votre rôle ne le permet pas. Rien n’a été modifié ; adressez-vous à un responsable ou à un administrateur.',
  'refusal.password.wrong': 'Ce n’est pas votre mot de passe actuel. Rien n’a été modifié ; réessayez.',
  'refusal.sign-in.wrong': 'Cette adresse et ce mot de passe ne correspondent pas. Vérifiez les deux et réessayez.',
  'refusal.sign-in.too-many': 'Trop d’essais. Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'refusal.set-up.done':
    'Ce Relais est déjà installé. Connectez-vous, ou demandez une invitation à son administrateur.',
  'refusal.link.invalid': 'Ce lien n’est plus valable : déjà utilisé, expiré ou incomplet. Demandez-en un nouveau.',
  'refusal.password.weak': 'Ce mot de passe est trop facile à deviner. Choisissez au moins {min} caractères.',
  'refusal.agent.exists': 'Quelqu’un utilise déjà {email}. Personne n’a été invité.',
  'refusal.agent.last-admin': 'C’est le seul administrateur : nommez-en d’abord un autre. Rien n’a été modifié.',
  'refusal.agent.absent': '{name} est en congé, sans remplaçant. Choisissez quelqu’un d’autre.',
  'refusal.absence.invalid':
    'Rien n’a été enregistré : {why, select, times {la fin doit suivre le début et ne pas être passée} overlap {une autre absence est prévue à ce moment} other {le remplaçant doit être un autre collègue en activité}}.',
  'refusal.ticket.closed': 'Ce ticket est clos. Votre texte est gardé ; rouvrez le ticket pour continuer.',
  'refusal.ticket.taken': '{by} vient de prendre ce ticket. Rien n’a été modifié.',
  'refusal.ticket.offered':
    'Ce ticket est en train d’être proposé à {by}. Il sera libre dans un instant en cas de refus.',
  'refusal.ticket.transition': 'Le ticket a changé entre-temps et ne le permet plus. Rien n’a été modifié.',
  'refusal.ticket.stale-version': 'Le ticket a changé entre-temps : regardez-le à nouveau. Rien n’a été modifié.',
  'refusal.snooze.past': 'Ce moment est passé. Choisissez-en un plus tardif.',
  'refusal.snooze.beyond-target':
    'Une réponse est attendue pour {due} : choisissez un moment plus proche, ou demandez à un responsable.',
  'refusal.regroup.refused':
    '{because, select, same {C’est déjà un seul ticket.} closed {L’un de ces tickets est clos ; rouvrez-le d’abord.} too_late {Il est trop tard pour annuler.} nothing {Rien n’est choisi.} everything {Laissez au moins un échange à sa place.} other {Les tickets ont changé entre-temps.}} Rien n’a été modifié.',
  'refusal.transfer.note': 'Une note est nécessaire quand la file change : que doit savoir la personne suivante ?',
  'refusal.ticket.stale':
    '{newer, plural, one {# nouvel élément} other {# nouveaux éléments}} depuis que vous écrivez. Votre texte est gardé : relisez, ou envoyez quand même.',
  'refusal.reply.empty': 'Rien à envoyer pour l’instant. Écrivez un texte ou joignez un fichier.',
  'refusal.reply.too-long': 'Trop long de {over} ({length} sur {max}). Votre texte est gardé ; raccourcissez-le.',
  'refusal.reply.window-closed':
    'Le réseau a fermé la fenêtre de réponse. Votre texte est gardé ; attendez que le client écrive, ou répondez autrement.',
  'refusal.reply.no-way': 'Il n’est plus possible de répondre ici. Votre texte est gardé ; choisissez une autre voie.',
  'refusal.reply.private-used':
    'Ce commentaire a déjà reçu sa réponse privée, permise une seule fois. Votre texte est gardé.',
  'refusal.reply.too-late': 'Une réponse peut être prévue {days} jours à l’avance au plus. Votre texte est gardé.',
  'refusal.reply.files':
    'Au plus {max, plural, one {# fichier} other {# fichiers}} ici. Votre texte est gardé ; retirez-en.',
  'refusal.reply.other-body':
    'Une version précédente de cette réponse était déjà partie. Ce que vous avez écrit depuis est gardé comme nouvelle réponse.',
  'refusal.pen.held': '{by} rédige la réponse. Rien n’est parti ; votre texte est gardé.',
  'refusal.draft.stale': 'Ce brouillon a été modifié dans une autre fenêtre. Rien n’a été écrasé.',
  'refusal.draft.sent': 'Ce brouillon est déjà parti.',
  'refusal.message.state': 'Ce message a changé entre-temps. Rien n’a été fait ; regardez son état.',
  'refusal.moderation.refused':
    '{because, select, not_possible {Le réseau ne le permet pas ici.} private {Ce qui est dit en privé ne se modère pas.} reason {Choisissez un motif de la charte.} text {Écrivez d’abord le nouveau texte.} open {Une autre action est en cours sur ce message.} already {C’est déjà fait.} gone {Le message n’existe plus.} own {Une autre personne doit décider de ce que vous avez demandé.} other {Le message a changé entre-temps.}} Rien n’a été modifié.',
  'refusal.bulk.undo':
    '{because, select, late {Il est trop tard pour annuler.} running {C’est encore en cours ; annulez une fois terminé.} other {Cela ne peut plus être annulé.}} Rien n’a été modifié.',
  'refusal.person.join':
    '{because, select, same {C’est déjà une seule personne.} nothing {Il n’y a rien à réunir ni à séparer ici.} other {Ces personnes ont changé entre-temps.}} Rien n’a été modifié.',
  'refusal.account.refused': 'Le réseau a refusé ces informations ({code}) : {detail}',
  'refusal.account.refetch-date': 'La date doit se situer dans les {days} derniers jours. Rien n’a été modifié.',
  'refusal.account.no-refetch': '{network} ne permet à personne de lister le passé. Rien n’a été modifié.',
  'refusal.account.exists': 'Ce compte est déjà connecté sous le nom {name}. Rien n’a été modifié.',
  'refusal.account.other':
    'Ces informations sont celles d’un autre compte ({got}) que celui à réparer ({expected}). Rien n’a été modifié.',
  'refusal.account.fields': 'Des champs manquent ou sont incorrects : {fields}. Votre saisie est gardée.',
  'refusal.network.unknown': 'Ce Relais ne connaît pas ce réseau.',
  'refusal.delivery.state': 'Cette réception a changé entre-temps. Rien n’a été rejoué.',
  'refusal.file.too-large': 'Le fichier dépasse {max}. Il n’a pas été joint ; votre texte est gardé.',
  'refusal.sla.stale':
    'Quelqu’un a changé les calendriers ou les engagements entre-temps. Rien n’a été enregistré : rechargez-les.',
  'refusal.calendar.invalid': 'Le calendrier « {name} » ne peut pas servir ({why}). Rien n’a été enregistré.',
  'refusal.calendar.used':
    'Le calendrier « {calendar} » sert à « {policy} » : changez d’abord celui-ci. Rien n’a été enregistré.',
  'refusal.policy.invalid': 'L’engagement « {name} » ne peut pas servir ({why}). Rien n’a été enregistré.',
  'refusal.ical.invalid':
    'La ligne {line} du fichier de calendrier ne peut pas être suivie ({why}). Rien n’a été ajouté.',
  'refusal.routing.stale':
    'Quelqu’un a enregistré d’autres règles, équipes ou sujets entre-temps. Rien n’a été enregistré : rechargez la page.',
  'refusal.routing.invalid': '« {name} » ne peut pas être suivi ({fault}). Rien n’a été enregistré.',
  'refusal.team.used': 'Une équipe encore utilisée ne peut pas disparaître : {team}. Rien n’a été enregistré.',
  'refusal.pick.too-far': 'Prenez l’un des {top} tickets les plus pressants, ou demandez le suivant.',
  'refusal.pick.skips':
    'Vous avez laissé passer des tickets plus pressants {limit} fois aujourd’hui. Prenez le premier, ou demandez le suivant.',
  'refusal.pick.account': 'Vous ne travaillez pas sur ce compte.',
  'refusal.next.finishing':
    'Vous terminez votre travail et ne prenez plus rien. Repassez disponible pour recevoir le suivant.',
  'refusal.offer.over': 'Cette proposition est terminée : le ticket est parti ailleurs.',
  'fault.twice': 'figure deux fois',
  'fault.name': 'sans nom',
  'fault.no-effect': 'ne change rien',
  'fault.points': 'n’ajoute aucun point, ou plus de dix',
  'fault.no-place': 'ajoute des points sans service ni équipe',
  'fault.term': 'un de ses mots ne peut pas être cherché',
  'fault.near': 'l’écart entre deux mots va de 1 à 50 mots',
  'fault.bounds': 'une limite basse dépasse la limite haute',
  'fault.team': 'l’équipe n’existe plus, ou est d’un autre service',
  'fault.skills': 'une compétence figure deux fois ou n’a pas de niveau',
  'fault.neighbour': 'l’équipe voisine doit être une autre équipe du même service',
  'refusal.validation': 'Une partie ne peut être acceptée : {fields}. Votre saisie est gardée.',
  'refusal.session.none': 'Vous avez été déconnecté. Vos brouillons sont gardés ; reconnectez-vous.',
  'refusal.internal': 'Une panne de notre côté ; rien n’a été modifié. Réessayez et, si cela dure, citez {reference}.',
  'refusal.busy': 'Relais est surchargé pour un instant. Rien n’a été modifié ; réessayez dans peu de temps.',
  'refusal.no-answer': 'Relais n’a pas répondu. Votre saisie est gardée ; réessayer est sans risque.',
  'refusal.offline': 'Vous êtes hors ligne. Votre texte est gardé ; envoyez-le au retour de la connexion.',
  'refusal.ask.state': 'Cette question a avancé entre-temps. Regardez-la à nouveau.',
  'refusal.ask.no-expert':
    'Aucun expert ne peut prendre cette question maintenant. Choisissez une personne, ou élargissez le sujet.',
  'refusal.ask.embargo':
    '« {word} » ne doit pas encore être dit : {reason}. Dites-le autrement, puis envoyez à nouveau.',
  'refusal.ask.consent': 'Personne n’est nommé en public sans son accord. L’expert ne l’a pas encore donné.',
  'refusal.ask.stale-draft':
    'Le brouillon a changé sur un autre appareil. Rechargez-le : rien de ce que vous avez écrit ici n’est perdu.',
  'refusal.ask.later': 'Choisissez une heure avant {due} : la réponse est attendue à ce moment-là.',
  'refusal.expert.invalid':
    'Le registre ne peut pas être gardé ainsi : vérifiez le fuseau horaire, les niveaux et la signature.',
  'refusal.approval.state': 'Cette réponse n’attend plus de validation.',
  'refusal.approval.stale':
    'Quelqu’un a changé cette réponse, ou le client a écrit, depuis que vous l’avez lue. Relisez, puis décidez.',
  'refusal.approval.not-yours': 'C’est à quelqu’un d’autre de décider de cette réponse.',
  'refusal.approval.held':
    'Le client a écrit depuis. Lisez, puis confirmez que la réponse tient toujours, ou faites-la réécrire.',
  'refusal.approval.rules-stale':
    'Quelqu’un d’autre a enregistré ces règles entre-temps. Rechargez-les, puis refaites votre changement.',
  'refusal.approval.invalid':
    'La règle « {name} » ne peut pas être gardée ainsi : donnez-lui un nom, et dites qui valide.',
};
