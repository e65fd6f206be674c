import { button, discreet, h, unique } from "./dom";
import type { Ask, CommandName } from "./frames";
import { QUESTION } from "./transcript";
import { inputs } from "./inputs";
import { dress } from "./later";
import type { Answer, Input } from "./inputs/input";
import * as words from "words";

/** What a question may cause. */
export interface Acts {
  say(text: string): void;
  answer(ask: Ask, answer: Answer): void;
  write(ask: Ask, text: string): void;
  command(name: CommandName): void;
}

/** Questions that are tapped can also be answered in one's own words; the server finds the option that was meant. */
const TAPPED = new Set(["choice", "multi", "yesno", "scale", "pick"]);
const OWN_WORDS = 500;

/** The form of one question: its input, what is missing, and the ways around it. */
export class Question {
  readonly form: HTMLFormElement;
  /** Set while the input has to be fetched. */
  readonly coming: Promise<void> | undefined;
  readonly #missing = h("p", { class: "problem", id: unique(), hidden: true });
  readonly #hint = h("p", { class: "hint", id: unique() });
  readonly #group: HTMLFieldSetElement;
  readonly #legend: HTMLLegendElement;
  readonly #other = button("", () => this.#turnAround(), "own-words");
  readonly #place = h("div", { class: "input" });
  #input: Input | undefined;

  constructor(public ask: Ask, can: readonly CommandName[], private readonly acts: Acts, rest: HTMLElement, before?: Question) {
    this.#legend = h("legend", { class: "unseen", id: unique() }, ask.text || words.answer);
    this.#group = h("fieldset", { class: "question", tabindex: -1, "aria-describedby": `${this.#hint.id} ${this.#missing.id}` },
      this.#legend, this.#hint, this.#place);
    const ways = [["skip", words.skip], ["unsure", words.unsure], ["back", words.back], ["enough", words.enough]] as const;
    const quiet = ways.filter(([name]) => can.includes(name)).map(([name, label]) => button(label, () => acts.command(name)));
    this.form = h("form", { novalidate: true, class: "ask", onsubmit: event => { event.preventDefault(); this.#submit(); } },
      this.#group, this.#missing,
      h("div", { class: "quiet" }, ...quiet, TAPPED.has(ask.type) && this.#other, rest));
    if (before && before.#input && same(before.ask, ask)) {
      this.ask = Object.assign(before.ask, { id: ask.id });
      this.#tapped = before.#tapped;
      this.#typed = before.#typed;
      this.#show(before.#input);
      return;
    }
    const input = inputs[ask.type]({ ask, say: acts.say, answer: answer => acts.answer(ask, answer) });
    if (input instanceof Promise) this.coming = input.then(come => this.#show(come)); else this.#show(input);
  }

  /** Shows what keeps the answer from going on, beside the input that still holds it. */
  problem(text: string): void {
    this.#missing.textContent = text;
    this.#missing.hidden = false;
    this.#input?.field?.setAttribute("aria-invalid", "true");
    this.acts.say(text);
  }

  /** For a visitor whose focus was in the form before this one. On a touch screen a field would bring up the keyboard. */
  focus(): void {
    const field = matchMedia("(hover: hover)").matches && !document.documentElement.classList.contains("taps") ? this.#input?.field : undefined;
    (field ?? this.#group).focus({ preventScroll: true });
  }

  #submit(): void {
    const answer = this.#input?.read?.();
    if (answer === undefined) return;
    if (typeof answer === "string") return this.problem(answer);
    if (this.#input === this.#typed) this.acts.write(this.ask, answer.text); else this.acts.answer(this.ask, answer);
  }

  #show(input: Input): void {
    this.#input = input;
    this.#other.textContent = input === this.#typed ? words.tap : words.write;
    this.#missing.hidden = true;
    this.#hint.textContent = [this.ask.hint, input.hint].filter(Boolean).join(" ");
    this.#hint.hidden = !this.#hint.textContent;
    if (input.field) {
      input.field.setAttribute("aria-labelledby", this.ask.text ? QUESTION : this.#legend.id);
      input.field.setAttribute("aria-describedby", `${input.field.getAttribute("aria-describedby") ?? ""} ${this.#hint.id} ${this.#missing.id}`.trim());
    }
    this.#place.replaceChildren(...input.body,
      ...(input.read ? [h("div", { class: "row end" }, h("button", { class: "main" }, input.send ?? words.send))] : []));
  }

  #typed: Input | undefined;
  #tapped: Input | undefined;

  /** Swaps tapping for typing and back. */
  #turnAround(): void {
    const tapped = this.#tapped ??= this.#input!;
    void dress();
    this.#typed ??= this.#inOwnWords();
    const toTyping = this.#input !== this.#typed;
    this.#show(toTyping ? this.#typed : tapped);
    if (toTyping) this.#typed.field?.focus();
  }

  #inOwnWords(): Input {
    const field = h("textarea", { rows: 2, maxlength: OWN_WORDS, ...discreet });
    return {
      body: [field], field,
      read: () => { const text = field.value.trim(); return text ? { value: text, text } : words.empty; },
    };
  }
}

/** Whether the same is asked as before, so that what was begun goes on. */
const same = ({ id: _, earlier: __, ...one }: Ask, { id: ___, earlier: ____, ...other }: Ask): boolean => JSON.stringify(one) === JSON.stringify(other);
