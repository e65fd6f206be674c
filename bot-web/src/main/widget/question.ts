import { button, h, unique } from "./dom";
import type { Ask, CommandName } from "./frames";
import { QUESTION } from "./transcript";
import { inputs } from "./inputs";
import { later } from "./later";
import type { Answer, Input } from "./inputs/input";
import * as words from "words";

/** What a question may cause. */
export interface Acts {
  say(text: string): void;
  answer(ask: Ask, answer: Answer): void;
  write(ask: Ask, text: string): void;
  command(name: CommandName): void;
}

/** The form of one question: its input, what is missing, and the ways around it. */
export interface Question {
  ask: Ask;
  form: HTMLFormElement;
  /** Settled once the input is there. */
  coming: Promise<void> | undefined;
  /** The input that is shown, and those for tapping and for typing, as far as they were needed. */
  shown?: Input;
  tapped?: Input;
  typed?: Input;
  /** Shows what keeps the answer from going on, beside the input that still holds it. */
  problem(text: string): void;
  /** For a visitor whose focus was in the form before this one. On a touch screen a field would bring up the keyboard. */
  focus(): void;
}

/** Questions that are tapped can also be answered in one's own words; the server finds the option that was meant. */
const TAPPED = ["choice", "multi", "yesno", "scale", "pick"];

/** @param before what was begun when this was asked before */
export function question(ask: Ask, can: readonly CommandName[], acts: Acts, rest: HTMLElement, before?: Question): Question {
  const missing = h("p", { class: "problem", id: unique(), hidden: true });
  const hint = h("p", { class: "hint", id: unique() });
  const described = `${hint.id} ${missing.id}`;
  const legend = h("legend", { class: "unseen", id: unique() }, ask.text || words.answer);
  const place = h("div");
  const group = h("fieldset", { class: "question", tabindex: -1, "aria-describedby": described }, legend, hint, place);
  const other = button("", turnAround, "own-words");
  const ways = [["skip", words.skip], ["unsure", words.unsure], ["back", words.back], ["enough", words.enough]] as const;
  const mine: Question = {
    ask, problem, coming: undefined,
    form: h("form", { novalidate: true, class: "ask", onsubmit: event => { event.preventDefault(); submit(); } },
      group, missing,
      h("div", { class: "quiet" },
        ...ways.filter(([name]) => can.includes(name)).map(([name, label]) => button(label, () => acts.command(name))), !ask.taps && TAPPED.includes(ask.type) && other, rest)),
    focus: () => {
      const field = matchMedia("(hover: hover)").matches && !document.documentElement.classList.contains("taps") && mine.shown?.field;
      (field || group).focus({ preventScroll: true });
    },
  };

  function problem(text: string): void {
    missing.textContent = text;
    missing.hidden = false;
    mine.shown?.field?.setAttribute("aria-invalid", "true");
    acts.say(text);
  }

  function submit(): void {
    const answer = mine.shown?.read?.();
    if (typeof answer === "string") problem(answer);
    else if (answer) if (mine.shown === mine.typed) acts.write(mine.ask, answer.text); else acts.answer(mine.ask, answer);
  }

  function show(input: Input): void {
    const { field } = mine.shown = input;
    other.textContent = input.other ?? words.write;
    missing.hidden = true;
    hint.textContent = [ask.hint, input.hint].filter(Boolean).join(" ");
    hint.hidden = !hint.textContent;
    if (field) {
      field.setAttribute("aria-labelledby", ask.text ? QUESTION : legend.id);
      field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${described}`.trim());
    }
    place.replaceChildren(...input.body,
      input.read ? h("div", { class: "row end" }, h("button", { class: "main" }, input.send ?? words.send)) : "");
  }

  /** Swaps tapping for typing and back. */
  async function turnAround(): Promise<void> {
    if (mine.tapped && mine.shown === mine.typed) return show(mine.tapped);
    mine.tapped = mine.shown;
    if (!mine.typed) try {
      const [{ typed }, kit] = await later("own");
      mine.typed ??= typed(kit);
    } catch { return problem(words.offline); }
    show(mine.typed);
    mine.typed.field?.focus();
  }

  if (before?.shown && same(before.ask, ask)) {
    mine.ask = Object.assign(before.ask, { id: ask.id });
    mine.tapped = before.tapped;
    mine.typed = before.typed;
    show(before.shown);
  } else {
    const input = inputs[ask.type]({ ask, say: acts.say, answer: answer => acts.answer(ask, answer) });
    if (input instanceof Promise) mine.coming = input.then(show); else show(input);
  }
  return mine;
}

/** Whether the same is asked as before, so that what was begun goes on. */
const same = (one: Ask, other: Ask): boolean => asks(one) === asks(other);
const asks = (ask: Ask): string => JSON.stringify({ ...ask, id: 0, earlier: 0 });
