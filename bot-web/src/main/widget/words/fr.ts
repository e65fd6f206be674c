export const log = "Conversation";
export const answer = "Ta réponse";
export const progress = "Où nous en sommes";
export const help = "Aide";
export const leave = "Quitter";
export const close = "Fermer";
export const leaving = "Appuie encore deux fois sur Maj pour quitter";
export const leavingLast = "Appuie encore une fois sur Maj pour quitter";
export const offline = "La connexion est coupée. Tu peux continuer ; ta réponse reste ici et part dès qu’elle revient.";
export const waits = "Reste ici et part dans un instant.";
export const preview = "Aperçu : pas encore entièrement relu par des spécialistes.";
export const you = "Toi : ";
export const change = "Changer cette réponse : {0}";
export const send = "Envoyer";
export const go = "Continuer";
export const more = "Plus";
export const write = "Plutôt écrire";
export const skip = "Passer";
export const unsure = "Je ne sais pas";
export const back = "Retour";
export const enough = "Assez pour aujourd’hui";
export const menu = "Mes mots";
export const toTalk = "Retour à la conversation";
export const hello = [
  "Je suis un programme, pas une personne ni une thérapie. Je demande, tu réfléchis. Je ne suis pas là pour les urgences ; le bouton « Aide » l’est.",
  "Ce que tu me dis peut toucher à ta santé, à ta vie amoureuse ou à ta foi, et à la personne qui partage ta vie.",
  "Je m’en sers pour cette conversation et pour rien d’autre.",
];
export const mayI = "Puis-je utiliser tes réponses pour cela ?";
export const agree = "Oui, utilise mes réponses pour cette conversation";
export const decline = "Non";
export const tellMore = "En savoir plus";
export const haveCode = "J’ai un code";
export const declined = [
  "C’est bien ainsi. Rien n’a été gardé.",
  "Les articles de ce site te restent ouverts sans conversation.",
];
export const pickOne = "Choisis une réponse pour continuer.";
export const atLeast = "Choisis au moins {0}.";
export const atMost = "Choisis jusqu’à {0}.";
export const yes = "Oui";
export const no = "Non";
export const earlier = "ta réponse d’avant";
export const helpTitle = "Des personnes à qui parler";
export const helpSay = "Je suis un programme. Je ne peux appeler personne pour toi, mais ces personnes sont là.";
export const helpTalk = "En parler ici";
export const look = "Affichage";
