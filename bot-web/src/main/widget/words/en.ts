export const log = "Conversation";
export const answer = "Your answer";
export const progress = "How far along";
export const help = "Help";
export const leave = "Leave";
export const close = "Close";
export const leaving = "Press Shift two more times to leave";
export const leavingLast = "Press Shift once more to leave";
export const offline = "The connection is gone. You can go on; your answer is kept and sent as soon as it is back.";
export const waits = "Kept here, and sent in a moment.";
export const preview = "Preview: not yet fully reviewed by specialists.";
export const you = "You: ";
export const change = "Change this answer: {0}";
export const send = "Send";
export const go = "Continue";
export const more = "More";
export const write = "Write it instead";
export const skip = "Skip";
export const unsure = "I don’t know";
export const back = "Back";
export const enough = "Enough for today";
export const menu = "My words";
export const toTalk = "Back to the conversation";
export const hello = [
  "I am a program, not a person and not a therapist. I ask, you think. I am not for emergencies; the help button is.",
  "What you tell me can touch on your health, your love life or your faith, and on your partner.",
  "I use it for this talk and for nothing else.",
];
export const mayI = "May I use your answers for that?";
export const agree = "Yes, use my answers for this talk";
export const decline = "No";
export const tellMore = "Tell me more";
export const haveCode = "I have a code";
export const declined = [
  "That is fine. Nothing has been kept.",
  "The articles on this site are open to you without a talk.",
];
export const pickOne = "Choose one to go on.";
export const atLeast = "Choose at least {0}.";
export const atMost = "Choose up to {0}.";
export const yes = "Yes";
export const no = "No";
export const earlier = "your earlier answer";
export const helpTitle = "People you can reach";
export const helpSay = "I am a program. I cannot call anyone for you, but these people are there.";
export const helpTalk = "Talk about it here";
export const look = "How it looks";
