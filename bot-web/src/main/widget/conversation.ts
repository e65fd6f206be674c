import type { Ask, Card, CommandName, Deed, Incoming, Link, Past, Problem, Turn } from "./frames";

/** One line of the transcript. An answer that can be changed knows its step (`at`). */
export type Entry =
  /** `say`: its number among those that `links` speak of. */
  | { who: "guide"; text: string; say?: number; links?: readonly Link[] }
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
  readonly held: boolean;
  /** The last day for which it is kept for later. */
  readonly until?: string | undefined;
  readonly token?: string | undefined;
  /** The number of the last turn seen; 0 before the first. */
  readonly seq: number;
  readonly entries: readonly Entry[];
  /** Counts up when the transcript was replaced instead of continued. */
  readonly edition: number;
  readonly ask?: Ask | undefined;
  /** The frame that carries the visitor's last answer or command, while no reply has come. */
  readonly waiting?: string | undefined;
  readonly problem?: string | undefined;
  readonly card?: Card | undefined;
  readonly country?: string | undefined;
  readonly progress: number;
  readonly can: readonly CommandName[];
  readonly ended: boolean;
  readonly erased: boolean;
  /** After which time the visitor would like to come back; an ISO 8601 period. */
  readonly again?: string | undefined;
  /** What keeps the server from hearing, if anything does: there is no line, or it has no time just now. What was sent is kept here and sent again. */
  readonly trouble?: "offline" | "busy" | undefined;
  readonly reviewed: boolean;
  /** What the last turn wants done on this device, once. */
  readonly deed?: Deed | undefined;
}

export type Happening =
  | { type: "frame"; frame: Incoming }
  /** The visitor sent something; with a text where it reads like an answer, and `at` where that can be changed later. */
  | { type: "sent"; frame: string; text?: string | undefined; at?: string | undefined }
  | { type: "idle"; ask: string; say: string }
  /** The line to the server, or what is the trouble with it. */
  | { type: "line"; trouble?: "offline" | "busy" }
  | { type: "agreed" }
  | { type: "held"; held: boolean }
  | { type: "reset" };

export const fresh: Conversation = { title: "", agreed: false, held: false, seq: 0, entries: [], edition: 0, progress: 0, can: [], ended: false, erased: false, reviewed: true };

const renewed = ({ title, edition }: Conversation): Conversation => ({ ...fresh, title, edition: edition + 1 });

/** The screen's one rule: what was and what happened go in, what is comes out. */
export function follow(was: Conversation, what: Happening): Conversation {
  switch (what.type) {
    case "frame": return read({ ...was, deed: undefined }, what.frame);
    case "sent": {
      const { frame, text, at } = what;
      return { ...was, waiting: frame, problem: undefined, entries: text ? [...was.entries, { who: "visitor", text, at, frame }] : was.entries };
    }
    case "idle": return was.ask?.id === what.ask && !was.waiting
      ? { ...was, entries: [...was.entries, { who: "guide", text: what.say }] } : was;
    case "line": return { ...was, trouble: what.trouble };
    case "agreed": return { ...was, agreed: true };
    case "held": return { ...was, held: what.held };
    case "reset": return renewed(was);
  }
}

function read(was: Conversation, frame: Incoming): Conversation {
  switch (frame.type) {
    case "started": return { ...was, until: frame.until, token: frame.token, title: frame.title, reviewed: frame.reviewed ?? true };
    case "turn": return turn(was, frame);
    case "problem": return problem(was, frame);
    case "erased": return { ...renewed(was), agreed: was.agreed, erased: true, ended: true };
    case "kept": return { ...settled(was, frame.id), until: frame.until };
    case "summary": return settled(was, frame.id);
  }
}

const said = ({ links, says = [] }: Partial<Past>): Entry[] => says.map((text, say) => ({ who: "guide", text, links, say }));

/**
 * A turn seen before (the reply to a frame that was sent again) settles its frame and changes nothing else. The whole
 * transcript, which only a resumed conversation gets unasked, always counts.
 */
function turn(was: Conversation, { accepted, history, erased = false, ...turn }: Turn): Conversation {
  if (turn.seq <= was.seq && !(history && !accepted)) return settled(was, accepted);
  const anew = !!history || erased;
  const entries = anew
    ? (history ?? []).flatMap(({ answer, at, ...past }): Entry[] => answer
      ? [...said(past), { who: "visitor", text: answer, at: at.includes("/") ? at : undefined }] : said(past))
    : [...was.entries];
  entries.push(...said(turn));
  if (turn.card) entries.push({ who: "card", card: turn.card });
  if (turn.helplines?.[0]) entries.push({ who: "helplines", topics: turn.helplines });
  if (turn.ask?.text) entries.push({ who: "question", text: turn.ask.text });
  return {
    ...was, ...(erased && { token: undefined, until: undefined }),
    seq: turn.seq, entries, erased,
    edition: was.edition + +anew,
    ask: turn.ask,
    waiting: anew || was.waiting === accepted ? undefined : was.waiting,
    problem: undefined,
    card: turn.card ?? (anew ? undefined : was.card),
    country: turn.country ?? was.country,
    progress: turn.progress ?? was.progress,
    can: turn.can ?? [],
    ended: erased || !!turn.end,
    again: turn.again,
    deed: turn.do,
  };
}

/**
 * A refused answer comes back off the transcript; the question and what was typed stay. That an answer came too late is
 * no news: what stands open now is shown instead.
 */
function problem(was: Conversation, { code, message, id }: Problem): Conversation {
  const late = code === "late";
  if (late && was.waiting !== id) return was;
  return {
    ...settled(was, id),
    problem: late ? undefined : message,
    entries: was.entries.filter(entry => !id || entry.who !== "visitor" || entry.frame !== id),
  };
}

const settled = (was: Conversation, frame: string | undefined): Conversation => frame && was.waiting === frame ? { ...was, waiting: undefined } : was;
