export const log = "Gespräch";
export const answer = "Deine Antwort";
export const progress = "Wie weit wir sind";
export const help = "Hilfe";
export const leave = "Weg hier";
export const close = "Schließen";
export const leaving = "Noch zweimal Umschalt drücken, um zu gehen";
export const leavingLast = "Noch einmal Umschalt drücken, um zu gehen";
export const offline = "Die Verbindung ist weg. Du kannst weitermachen; deine Antwort bleibt hier und wird gesendet, sobald sie wieder da ist.";
export const waits = "Bleibt hier und wird gleich gesendet.";
export const preview = "Vorschau: noch nicht vollständig geprüft.";
export const you = "Du: ";
export const change = "Diese Antwort ändern: {0}";
export const send = "Senden";
export const go = "Weiter";
export const more = "Mehr";
export const write = "Lieber schreiben";
export const skip = "Überspringen";
export const unsure = "Weiß ich nicht";
export const back = "Zurück";
export const enough = "Genug für heute";
export const menu = "Meine Worte";
export const toTalk = "Zurück zum Gespräch";
export const hello = [
  "Ich bin ein Programm, kein Mensch und keine Therapie. Ich frage, du denkst nach. Für Notfälle bin ich nicht da; dafür gibt es den Knopf „Hilfe“.",
  "Was du mir sagst, kann deine Gesundheit, dein Liebesleben oder deinen Glauben berühren, und den Menschen an deiner Seite.",
  "Ich nutze es für dieses Gespräch und für nichts anderes.",
];
export const mayI = "Darf ich deine Antworten dafür nutzen?";
export const agree = "Ja, nutze meine Antworten für dieses Gespräch";
export const decline = "Nein";
export const tellMore = "Mehr dazu";
export const haveCode = "Ich habe einen Code";
export const declined = [
  "Das ist in Ordnung. Nichts wurde behalten.",
  "Die Artikel auf dieser Seite kannst du auch ohne Gespräch lesen.",
];
export const pickOne = "Wähle eines aus.";
export const atLeast = "Wähle mindestens {0}.";
export const atMost = "Wähle bis zu {0}.";
export const yes = "Ja";
export const no = "Nein";
export const earlier = "deine frühere Antwort";
export const helpTitle = "Menschen, die du erreichen kannst";
export const helpSay = "Ich bin ein Programm. Ich kann niemanden für dich anrufen, aber diese Menschen sind da.";
export const helpTalk = "Hier darüber sprechen";
export const look = "Wie es aussieht";
