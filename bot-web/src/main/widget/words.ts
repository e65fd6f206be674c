/** The interface's own texts. The conversation's texts come from the server. */
const en = {
  log: "Conversation", answer: "Your answer", progress: "How far along",
  help: "Help", leave: "Leave", close: "Close",
  leaving: (left: number) => left === 1 ? "Press Shift once more to leave" : `Press Shift ${left} more times to leave`,
  offline: "The connection is gone. You can go on; your answer is kept and sent as soon as it is back.",
  waits: "Kept here, and sent in a moment.",
  again: "That conversation is no longer there. We can begin a new one.",
  preview: "Preview: not yet reviewed by a specialist.",
  you: "You: ", change: (answer: string) => `Change this answer: ${answer}`, changing: "Change",
  send: "Send", done: "Done", go: "Continue", more: "More", other: "In your own words", typing: "…",
  write: "Write it instead", tap: "Choose instead",
  skip: "Skip", unsure: "I don’t know", back: "Back", enough: "Enough for today",
  menu: "My words", restart: "Start again", exported: "See or save", keep: "Keep for later", erase: "Erase everything",
  erased: "Everything from this conversation is erased. Nothing of it is kept.",
  return: "Back to the conversation",
  hello: [
    "I am a program, not a person and not a therapist. I ask, you think. I am not for emergencies; the help button is.",
    "What you tell me can touch on your health, your love life or your faith, and on your partner.",
    "I use it for this talk and for nothing else.",
  ],
  mayI: "May I use your answers for that?", agree: "Yes, use my answers for this talk", decline: "No",
  tellMore: "Tell me more",
  about: (minutes: string) => [
    `Your words are locked away while we talk. They are gone when you leave, or after ${minutes} minutes of silence.`,
    "You need no name and no e-mail. Initials are enough for others.",
    "You can see, save or erase your answers at any time. Erasing takes your yes back.",
    "I cannot clear your browser history, or stop spying software on this device.",
  ],
  haveCode: "I have a code", yourCode: "Your code, as you noted it",
  declined: ["That is fine. Nothing has been kept.", "The articles on this site are open to you without a talk."],
  goOnOr: "Shall we go on, or begin anew?", goOn: "Go on", beginAnew: "Begin anew", staysKept: "What was kept stays kept.",
  eraseAsk: "Erase everything?", eraseSay: "All you wrote here is gone at once, on the server too. Nothing can bring it back.",
  eraseKept: "What is kept for later goes too.",
  copy: "Copy", save: "Save", print: "Print", copied: "Copied", uncopied: "Copying did not work here. You can save instead.",
  pickOne: "Choose one to go on.", empty: "Write a few words, or skip.",
  atLeast: (n: number) => `Choose at least ${n}.`, atMost: (n: number) => `Choose up to ${n}.`,
  between: (from: string, to: string) => `Between ${from} and ${to}.`, least: (from: string) => `${from} or more.`, most: (to: string) => `${to} or less.`,
  whole: "A whole number.", left: (n: number) => `${n} characters left`,
  add: "Add", added: (item: string) => `Added: ${item}`, remove: (item: string) => `Remove: ${item}`, removed: (item: string) => `Removed: ${item}`,
  list: "What you wrote so far", full: "That is all that fits here.", addFirst: "Add at least one, or skip.",
  first: (item: string) => `Put first: ${item}`, up: (item: string) => `Move up: ${item}`, down: (item: string) => `Move down: ${item}`,
  toFirst: "First", moved: (item: string, place: number) => `${item}: place ${place}`, topOnly: (n: number) => `The first ${n} count.`,
  sortAll: "Each one needs a place.", yes: "Yes", no: "No", earlier: "your earlier answer",
  helpTitle: "People you can reach", helpSay: "I am a program. I cannot call anyone for you, but these people are there.",
  helpTalk: "Talk about it here", country: "Country", anywhere: "Not chosen", unchecked: "not checked by this site yet",
  call: "Call", text: "Text", tty: "Text phone", chat: "Chat", site: "Website", hours: (when: string) => `Open: ${when}`,
  floor: "Call your local emergency number. 112 works in Europe, 911 in the USA and Canada, 999 in the UK, 000 in Australia, 111 in New Zealand.",
  directory: "Find a line where you live", traces: "A call or a text can stay visible on this phone.",
  audiences: { women: "For women.", men: "For men.", lgbtq: "For LGBT+ people.", youth: "For young people." } as Record<string, string>,
  topics: {
    emergency: "Emergency", partner_abuse: "When a partner hurts, threatens or controls", suicide_crisis: "When it is hard to stay alive",
    relationship: "Relationship advice", own_behaviour: "When I worry about what I do", youth: "For young people", child: "For children",
  } as Record<string, string>,
};
export type Words = typeof en;

/** The texts in a language; in English where it is unknown or cannot be fetched. */
export async function wordsIn(language: string): Promise<Words> {
  switch (language.slice(0, 2).toLowerCase()) {
    case "de": return import("./words-de").then(found => found.de, () => en);
    default: return en;
  }
}
