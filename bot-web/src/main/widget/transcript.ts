import type { Entry } from "./conversation";
import { h, icon, still } from "./dom";
import { fill } from "./fill";
import * as words from "words";

/** The id of the question asked last: the visible label of a field that answers it. */
export const QUESTION = "question";
const SLOWEST_PAUSE_MS = 650;

/** What a transcript needs of the world around it. */
export interface Around {
  change(at: string): void;
  card(entry: Extract<Entry, { who: "card" }>): HTMLElement;
  helplines(topics: readonly string[]): HTMLElement;
  /** Something stands in the transcript that was not there before. */
  grown(first: HTMLElement): void;
  /** All that was said stands there; the question may be asked. */
  done(): void;
}

/** The conversation's log: the one place that assistive technology announces. Restored lines appear silently. */
export class Transcript {
  readonly element: HTMLElement;
  readonly #drawn = new Map<Entry, HTMLElement>();
  readonly #dots = h("div", { class: "dots", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
  readonly #voice = h("div", { class: "unseen" });
  #coming: Entry[] = [];
  #timer = 0;
  #opener: HTMLElement | undefined;

  constructor(private readonly around: Around) {
    this.element = h("div", { class: "log", role: "log", "aria-label": words.log }, this.#dots, this.#voice);
  }

  /** Brings the log to hold these entries; with `quietly`, all up to the last thing the visitor said appear unannounced. */
  show(entries: readonly Entry[], quietly: boolean): void {
    const wanted = new Set(entries);
    for (const [entry, element] of this.#drawn) if (!wanted.has(entry)) { element.remove(); this.#drawn.delete(entry); }
    this.#coming = this.#coming.filter(entry => wanted.has(entry));
    const fresh = entries.filter(entry => !this.#drawn.has(entry) && !this.#coming.includes(entry));
    if (quietly) {
      const last = fresh.findLastIndex(entry => entry.who === "visitor");
      this.#silently(fresh.splice(0, last + 1));
    }
    this.#coming.push(...fresh);
    if (!this.#timer) { this.#opener = undefined; this.#pump(true); }
  }

  /** Says something that leaves no trace in the conversation. */
  say(text: string): void {
    this.#voice.append(h("p", {}, text));
    while (this.#voice.childElementCount > 3) this.#voice.firstElementChild!.remove();
  }

  busy(busy: boolean): void {
    this.#dots.hidden = !busy && !this.#coming.length;
  }

  #silently(entries: Entry[]): void {
    if (!entries.length) return;
    this.element.setAttribute("aria-live", "off");
    entries.forEach(entry => this.#draw(entry));
    setTimeout(() => this.element.removeAttribute("aria-live"), 300);
  }

  #pump(atOnce: boolean): void {
    this.#timer = 0;
    const entry = this.#coming[0];
    if (!entry) {
      this.#dots.hidden = true;
      this.around.done();
      return;
    }
    const pause = atOnce || entry.who === "visitor" || still() ? 0 : Math.min(SLOWEST_PAUSE_MS, 180 + ("text" in entry ? entry.text.length : 0) * 6);
    this.#dots.hidden = pause === 0;
    const put = (): void => {
      this.#coming.shift();
      const element = this.#draw(entry);
      this.#opener ??= element;
      this.around.grown(this.#opener);
      this.#pump(entry.who === "visitor");
    };
    if (pause) this.#timer = setTimeout(put, pause); else put();
  }

  #draw(entry: Entry): HTMLElement {
    const element = this.#render(entry);
    this.#drawn.set(entry, element);
    this.#dots.before(element);
    return element;
  }

  #render(entry: Entry): HTMLElement {
    switch (entry.who) {
      case "guide": return h("p", { class: "guide" }, entry.text);
      case "question":
        document.getElementById(QUESTION)?.removeAttribute("id");
        return h("p", { class: "guide question", id: QUESTION }, entry.text);
      case "card": return this.around.card(entry);
      case "helplines": return this.around.helplines(entry.topics);
      case "visitor": {
        const { at } = entry;
        const edit = at && h("button", { type: "button", class: "icon edit", "aria-label": fill(words.change, entry.text), onclick: () => this.around.change(at) },
          icon("M4 20l1-4L16 5l3 3L8 19l-4 1zM14 7l3 3"));
        return h("div", { class: "visitor" }, h("p", {}, h("span", { class: "unseen" }, words.you), entry.text), edit);
      }
    }
  }
}
