import type { Ask, Card, CommandName, Deed, Incoming, Problem, Started, Turn } from "./frames";

/** One line of the transcript. An answer that can be changed knows its step (`at`). */
export type Entry =
  | { who: "guide"; text: string }
  | { who: "question"; text: string }
  | { who: "visitor"; text: string; at?: string; frame?: string }
  | { who: "card"; card: Card }
  | { who: "helplines"; topics: string[] };

/** What the visitor's screen holds. A value: every event makes a new one. */
export interface Conversation {
  readonly title: string;
  /** The visitor said yes to the use of the answers. Before that, nothing is sent anywhere. */
  readonly agreed: boolean;
  /** A talk that a code opened: nothing of it is shown before its visitor says so. */
  readonly held: { started: Started; turn?: Turn } | undefined;
  /** The last day for which it is kept for later. */
  readonly until: string | undefined;
  readonly token: string | undefined;
  /** The number of the last turn seen; 0 before the first. */
  readonly seq: number;
  readonly entries: readonly Entry[];
  /** Counts up when the transcript was replaced instead of continued. */
  readonly edition: number;
  readonly ask: Ask | undefined;
  /** The frame that carries the visitor's last answer or command, while no reply has come. */
  readonly waiting: string | undefined;
  readonly problem: string | undefined;
  readonly card: Card | undefined;
  readonly country: string | undefined;
  readonly progress: number;
  readonly can: readonly CommandName[];
  readonly ended: boolean;
  readonly erased: boolean;
  /** After which time the visitor would like to come back; an ISO 8601 period. */
  readonly again: string | undefined;
  readonly offline: boolean;
  /** The server has no time just now; what was sent is kept here and sent again. */
  readonly busy: boolean;
  readonly reviewed: boolean;
  /** What the last turn wants done on this device, once. */
  readonly deed: Deed | undefined;
}

export type Happening =
  | { type: "frame"; frame: Incoming }
  /** The visitor gave an answer, or used a command that reads like one; `at` where it can be changed later. */
  | { type: "answered"; frame: string; text: string; at: string | undefined }
  | { type: "commanded"; frame: string }
  | { type: "idle"; ask: string; say: string }
  | { type: "offline" }
  | { type: "busy" }
  | { type: "online" }
  | { type: "agreed" }
  /** The visitor wants to see the talk that a code opened. */
  | { type: "goOn" }
  | { type: "reset" };

export const fresh: Conversation = {
  title: "", agreed: false, held: undefined, until: undefined, token: undefined, seq: 0, entries: [], edition: 0, ask: undefined, waiting: undefined, problem: undefined,
  card: undefined, country: undefined, progress: 0, can: [], ended: false, erased: false, again: undefined, offline: false, busy: false, reviewed: true,
  deed: undefined,
};

/** The screen's one rule: what was and what happened go in, what is comes out. */
export function follow(was: Conversation, what: Happening): Conversation {
  switch (what.type) {
    case "frame": return read({ ...was, deed: undefined }, what.frame);
    case "answered": return {
      ...was, waiting: what.frame, problem: undefined,
      entries: [...was.entries, { who: "visitor", text: what.text, at: what.at, frame: what.frame }],
    };
    case "commanded": return { ...was, waiting: what.frame, problem: undefined };
    case "idle": return was.ask?.id === what.ask && !was.waiting
      ? { ...was, entries: [...was.entries, { who: "guide", text: what.say }] } : was;
    case "offline": return { ...was, offline: true, busy: false };
    case "busy": return { ...was, busy: true };
    case "online": return { ...was, offline: false, busy: false };
    case "agreed": return { ...was, agreed: true };
    case "goOn": return goOn(was);
    case "reset": return { ...fresh, title: was.title, edition: was.edition + 1 };
  }
}

function goOn({ held, ...was }: Conversation): Conversation {
  if (!held) return { ...was, held };
  const begun = read({ ...was, held: undefined }, { ...held.started, kept: false });
  return held.turn ? read(begun, held.turn) : begun;
}

function read(was: Conversation, frame: Incoming): Conversation {
  switch (frame.type) {
    case "started": return frame.kept && !was.token
      ? { ...was, held: { started: frame } }
      : { ...was, held: undefined, until: frame.until, token: frame.token, title: frame.title, reviewed: frame.reviewed ?? true };
    case "turn": return was.held ? { ...was, held: { ...was.held, turn: frame } } : turn(was, frame);
    case "problem": return problem(was, frame);
    case "erased": return { ...fresh, title: was.title, agreed: was.agreed, edition: was.edition + 1, erased: true, ended: true };
    case "kept": return { ...settled(was, frame.id), until: frame.until };
    case "summary": return settled(was, frame.id);
  }
}

/**
 * A turn seen before (the reply to a frame that was sent again) settles its frame and changes nothing else. The whole
 * transcript, which only a resumed conversation gets unasked, always counts.
 */
function turn(was: Conversation, turn: Turn): Conversation {
  const whole = turn.history !== undefined && turn.accepted === undefined;
  if (turn.seq <= was.seq && !whole) return settled(was, turn.accepted);
  const anew = turn.history !== undefined || turn.erased === true;
  const past: Entry[] = anew
    ? (turn.history ?? []).flatMap((past): Entry[] => [
        ...past.says.map((text): Entry => ({ who: "guide", text })),
        ...(past.answer ? [{ who: "visitor", text: past.answer, at: past.at.includes("/") ? past.at : undefined } as const] : []),
      ])
    : [...was.entries];
  const said: Entry[] = (turn.says ?? []).map(text => ({ who: "guide", text }));
  if (turn.card) said.push({ who: "card", card: turn.card });
  if (turn.helplines?.length) said.push({ who: "helplines", topics: turn.helplines });
  if (turn.ask?.text) said.push({ who: "question", text: turn.ask.text });
  return {
    ...was,
    seq: turn.seq,
    entries: [...past, ...said],
    edition: anew ? was.edition + 1 : was.edition,
    ask: turn.ask,
    waiting: was.waiting === turn.accepted || anew ? undefined : was.waiting,
    problem: undefined,
    card: turn.card ?? (anew ? undefined : was.card),
    country: turn.country ?? was.country,
    progress: turn.progress ?? was.progress,
    can: turn.can ?? [],
    ended: turn.end !== undefined || turn.erased === true,
    erased: turn.erased === true,
    again: turn.again,
    token: turn.erased ? undefined : was.token,
    until: turn.erased ? undefined : was.until,
    deed: turn.do,
  };
}

/**
 * A refused answer comes back off the transcript; the question and what was typed stay. That an answer came too late is
 * no news: what stands open now is shown instead.
 */
function problem(was: Conversation, { code, message, id }: Problem): Conversation {
  if (code === "late" && was.waiting !== id) return was;
  return {
    ...settled(was, id),
    problem: code === "late" ? undefined : message,
    entries: id ? was.entries.filter(entry => entry.who !== "visitor" || entry.frame !== id) : was.entries,
  };
}

function settled(was: Conversation, frame: string | undefined): Conversation {
  return frame !== undefined && was.waiting === frame ? { ...was, waiting: undefined } : was;
}
