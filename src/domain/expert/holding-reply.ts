const texts = {
  fr: 'Bonjour, votre question mérite une réponse précise : nous la vérifions avec un spécialiste de l’équipe et revenons vers vous dès que possible.',
  en: 'Hello, your question deserves a precise answer: we are checking it with a specialist of the team and will come back to you as soon as we can.',
} as const;

/** What may be told to the customer while the expert is waited for; in English where we have no words of theirs. */
export function holdingReply(language: string | null): string {
  return language?.startsWith('fr') ? texts.fr : texts.en;
}
