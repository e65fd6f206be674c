import type { Ask, Value } from "../frames";
import type { Kit } from "../later";

/** An answer ready to go: its value and how it reads in the transcript. */
export interface Answer { value: Value; text: string; deed?: string }

/** What an input is given. `say` speaks through the conversation's log, the one place that announces. */
export interface Given {
  ask: Ask;
  say(text: string): void;
  /** Answers at once, for inputs where a tap is the answer. */
  answer(answer: Answer): void;
}

/** What an input gives back. `read` returns the answer, or a string that says what is missing. */
export interface Input {
  body: HTMLElement[];
  /** Absent where a tap is the answer. */
  read?: () => Answer | string;
  send?: string;
  /** What the question's label belongs to, when it is a single field. */
  field?: HTMLElement;
  hint?: string;
  /** What leads back from it to the question's own input. */
  other?: string;
}

/** An input that comes when it is first asked for: a function that is named like its type of answer. */
export type LaterInput = (given: Given, kit: Kit) => Input;
