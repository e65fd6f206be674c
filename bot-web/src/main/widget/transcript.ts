import type { Entry } from "./conversation";
import { button, h, icon, still } from "./dom";
import { fill } from "./fill";
import { waited } from "./later";
import * as words from "words";

/** The id of the question asked last: the visible label of a field that answers it. */
export const QUESTION = "question";
const SLOWEST_PAUSE_MS = 650;
const HUSH_MS = 300;

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

export interface Transcript {
  element: HTMLElement;
  /** Brings the log to hold these entries. What is restored stands there at once and unannounced: all up to the last thing the visitor said, or the whole. */
  show(entries: readonly Entry[], restored: boolean, whole: boolean): void;
  /** Says something that leaves no trace in the conversation. */
  say(text: string): void;
  busy(busy: boolean): void;
}

/** The conversation's log: the one place that assistive technology announces. Restored lines appear silently. */
export function transcript(around: Around): Transcript {
  const drawn = new Map<Entry, HTMLElement>();
  const dots = h("div", { class: "dots", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
  const voice = h("div", { class: "unseen" });
  const element = h("div", { class: "log", role: "log", "aria-label": words.log }, dots, voice);
  let coming: Entry[] = [];
  let timer = 0;
  let opener: HTMLElement | undefined;

  function pump(atOnce: boolean): void {
    timer = 0;
    const entry = coming[0];
    const pause = !entry || atOnce || entry.who === "visitor" || still() ? 0 : Math.min(SLOWEST_PAUSE_MS, 180 + ("text" in entry ? entry.text.length : 0) * 6);
    dots.hidden = !pause;
    if (!entry) return around.done();
    const put = (): void => {
      const next = coming.shift();
      if (next) {
        const element = draw(next);
        around.grown(opener ??= element);
      }
      pump(next?.who === "visitor");
    };
    if (pause) timer = setTimeout(put, pause); else put();
  }

  function draw(entry: Entry): HTMLElement {
    const element = render(entry);
    drawn.set(entry, element);
    dots.before(element);
    return element;
  }

  function render(entry: Entry): HTMLElement {
    switch (entry.who) {
      case "guide": {
        const { links } = entry;
        const line = h("p", { class: "guide" }, entry.text);
        if (links) void waited("card").then(([piece, kit]) => piece.lead(line, entry, kit));
        return line;
      }
      case "question":
        document.getElementById(QUESTION)?.removeAttribute("id");
        return h("p", { class: "guide question", id: QUESTION }, entry.text);
      case "card": return around.card(entry);
      case "helplines": return around.helplines(entry.topics);
      case "visitor": {
        const { at } = entry;
        const edit = at && button(icon("M4 20l1-4L16 5l3 3L8 19l-4 1zM14 7l3 3"), () => around.change(at), "icon edit", fill(words.change, entry.text));
        return h("div", { class: "visitor" }, h("p", {}, h("span", { class: "unseen" }, words.you), entry.text), edit);
      }
    }
  }

  function say(text: string): void {
    // Nobody would hear it before the log announces again.
    if (element.ariaLive) return void setTimeout(say, HUSH_MS, text);
    voice.append(h("p", {}, text));
    if (voice.childElementCount > 3) voice.firstChild!.remove();
  }

  return {
    element, say,
    show: (entries, restored, whole) => {
      for (const [entry, element] of drawn) if (!entries.includes(entry)) { element.remove(); drawn.delete(entry); }
      coming = entries.filter(entry => !drawn.has(entry));
      const said = coming.findLastIndex(entry => entry.who === "visitor") + 1;
      const silent = coming.splice(0, restored ? whole ? coming.length : said : 0).map(draw);
      if (silent[0]) {
        element.ariaLive = "off";
        clearTimeout(timer);
        // What is new comes once the log announces again.
        timer = setTimeout(() => { element.ariaLive = null; opener = undefined; pump(true); }, HUSH_MS);
        if (silent[said]) around.grown(silent[said]);
        if (whole) around.done();
      }
      if (!timer) { opener = undefined; pump(true); }
    },
    busy: busy => { dots.hidden = !busy && !coming[0]; },
  };
}
