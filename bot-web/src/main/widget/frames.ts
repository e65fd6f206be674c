/** The wire: JSON text frames of the subprotocol `unsaid.v1`. The server says what is true; nothing here decides anything. */

export type AnswerType =
  | "choice" | "multi" | "yesno" | "confirm" | "scale" | "number" | "date" | "text" | "list" | "rank" | "sort" | "pick";
export type CommandName =
  | "back" | "skip" | "unsure" | "enough" | "restart" | "help" | "export" | "erase" | "change" | "keep" | "unkeep";
export type Deed = "copy" | "save" | "print" | "erase" | "leave" | "help";

export interface Item { value: string; label: string }
export interface Option extends Item { more?: boolean; text?: number; do?: Deed }

/** A picked option; with the visitor's own words where the option takes some. */
export type Picked = string | { value: string; text: string };
export type Value = Picked | number | Picked[] | Record<string, string[]>;

export interface Ask {
  id: string;
  at: string;
  type: AnswerType;
  text: string;
  hint?: string;
  private?: boolean;
  /** Nothing can be written just now. */
  taps?: boolean;
  options?: Option[];
  items?: Item[];
  buckets?: Item[];
  min?: number | string;
  max?: number | string;
  step?: number;
  labels?: Record<string, string>;
  whole?: boolean;
  unit?: string;
  length?: number;
  placeholder?: string;
  another?: string;
  top?: number;
  earlier?: Value;
  idle?: { after: number; say: string };
}

export interface Line { label: string; text: string }
export interface Card { title: string; lines: Line[] }
/** Where the text of that number leads. */
export interface Link { say: number; href: string; paid?: boolean }
export interface Past { at: string; says: string[]; links?: Link[]; answer?: string }

export interface Started {
  type: "started"; id?: string; token: string; flow: string; title: string; language: string; minutes?: number; reviewed?: boolean;
  /** A code opened it. */
  kept?: boolean;
  /** The last day for which it is kept for later. */
  until?: string;
}
export interface Turn {
  type: "turn"; seq: number; accepted?: string; says?: string[]; links?: Link[]; ask?: Ask; card?: Card; helplines?: string[]; country?: string;
  do?: Deed; end?: "done" | "paused"; again?: string; erased?: boolean; progress?: number; can?: CommandName[]; history?: Past[];
}
export interface Problem { type: "problem"; code: string; message: string; id?: string }
export interface Erased { type: "erased"; id?: string }
export interface Kept { type: "kept"; id?: string; code?: string; until?: string }
/** `apart`: better left out of a file that somebody else may find. */
export interface Summary {
  type: "summary"; id?: string; title: string; lines: (Line & { apart?: boolean })[]; text: string; json: { answers: { apart?: boolean }[] };
}
export type Incoming = Started | Turn | Problem | Erased | Kept | Summary;

export type Outgoing =
  | { type: "start"; id: string; agreed: true; flow: string; language: string; at?: string | undefined; code?: string }
  | { type: "resume"; id: string; token: string; after: number }
  | { type: "answer"; id: string; to: string; value: Value }
  | { type: "answer"; id: string; to: string; text: string }
  | { type: "command"; id: string; name: CommandName; to?: string; at?: string };
