/** The texts of the panels that few people open; they come with them. */
const en = {
  wrote: "What you wrote", found: "A saved file stays on this device. Others who use it may find it.",
  whole: (lines: number) => lines === 1 ? "Also save the answer that is marked" : `Also save the ${lines} answers that are marked`,
  apart: "Not in the file", nothing: "There is nothing yet.",
  text: "Save as text", json: "Save as JSON",
  keep: (days: string) => `Your answers stay on the server for ${days} days, locked with a code.`,
  lose: "Anyone who has the code can read them, and nothing can bring a lost code back.",
  yes: "Yes, keep it for later", code: "Your code",
  note: (day: string) => `Note it down: it is shown only here. It works until ${day}, and “Leave” does not end it.`,
  until: (day: string) => `This talk is kept until ${day}.`,
  another: "Show a new code", ends: "The code you have stops working then.", unkeep: "Do not keep", unkept: "It is not kept any more.",
};
export type RightsWords = typeof en;

const de: RightsWords = {
  wrote: "Was du geschrieben hast", found: "Eine gespeicherte Datei bleibt auf diesem Gerät. Andere, die es nutzen, können sie finden.",
  whole: lines => lines === 1 ? "Auch die markierte Antwort speichern" : `Auch die ${lines} markierten Antworten speichern`,
  apart: "Nicht in der Datei", nothing: "Noch ist nichts da.",
  text: "Als Text speichern", json: "Als JSON speichern",
  keep: days => `Deine Antworten bleiben ${days} Tage auf dem Server, mit einem Code verschlossen.`,
  lose: "Wer den Code hat, kann sie lesen, und einen verlorenen Code holt nichts zurück.",
  yes: "Ja, für später aufheben", code: "Dein Code",
  note: day => `Notiere ihn: Er steht nur hier. Er gilt bis ${day}, und „Weg hier“ beendet ihn nicht.`,
  until: day => `Dieses Gespräch ist bis ${day} aufgehoben.`,
  another: "Einen neuen Code zeigen", ends: "Dein bisheriger Code gilt dann nicht mehr.", unkeep: "Nicht aufheben", unkept: "Es ist nicht mehr aufgehoben.",
};

export const rightsWords = (language: string): RightsWords => /^de/i.test(language) ? de : en;
