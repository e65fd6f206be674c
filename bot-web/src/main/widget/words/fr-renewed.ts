export const renewed = "Cette page a été renouvelée. Elle se recharge dans un instant, et la conversation continue là où elle en est.";
export const begun = "Cette page a été renouvelée et doit se recharger. Envoie d’abord ce que tu as commencé à écrire : ce serait perdu.";
export const without = "Recharger sans cela";
export const unstored = "Cette page a été renouvelée et ne peut pas continuer ainsi. La même conversation continue page par page.";
export const simplePage = "Ouvrir la page simple";
