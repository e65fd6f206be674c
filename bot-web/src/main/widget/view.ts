import { ask, held, type Acts as GateActs } from "./gate";
import type { Conversation } from "./conversation";
import { button, h, icon, still } from "./dom";
import type { Ask, Card, CommandName } from "./frames";
import type { Help } from "./help";
import { dress, folded, waited } from "./later";
import type { Answer } from "./inputs/input";
import { Question } from "./question";
import { Transcript } from "./transcript";
import * as words from "words";

/** What the visitor can do from the screen. */
export interface Acts extends GateActs {
  answer(ask: Ask, answer: Answer): void;
  write(ask: Ask, text: string): void;
  command(name: CommandName, at?: string): void;
  /** What can be done with one's own words. */
  mine(): Promise<HTMLElement[]>;
  restart(): void;
  leave(): void;
  /** Opens what the visitor can choose about the looks. */
  look(): void;
  close(): void;
  grown(height: number): void;
}

/** Draws the conversation. Focus moves only where the visitor's own act took away what had it. */
export class View {
  readonly #transcript: Transcript;
  readonly #title = h("h1", {});
  readonly #preview = h("p", { class: "hint", hidden: true });
  readonly #bar = h("progress", { max: 1, value: 0 });
  readonly #offline = h("p", { class: "offline", hidden: true });
  readonly #notes = h("div", {});
  readonly #gate = h("div", { hidden: true });
  #gated = "";
  readonly #place = h("div", { class: "place", tabindex: -1 });
  readonly #talk: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #people = h("section", { class: "people", id: "people", hidden: true });
  /** What covers the talk for a while: the visitor's own words, the code. */
  readonly #sheet = h("section", { class: "people", hidden: true });
  /** The button of the header that the cover was opened with. */
  #opener: HTMLElement | null | undefined;
  readonly #helpButton: HTMLButtonElement;
  readonly #steps = h("div", { class: "steps", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
  #now: Conversation | undefined;
  #question: Question | undefined;
  /** What was begun and not taken: it is there again when the same is asked again. In the page's memory only. */
  readonly #begun = new Map<string, Question>();
  /** The answer to the present question is on its way. */
  #sent = false;
  #idle = 0;
  /** The visitor's focus was in what the last act took away. */
  #follows = false;

  constructor(root: HTMLElement, private readonly help: Help, private readonly acts: Acts, private readonly minutes: string, closable: boolean) {
    this.#people.setAttribute("aria-label", words.helpTitle);
    this.#bar.setAttribute("aria-label", words.progress);
    this.#preview.textContent = words.preview;
    this.#transcript = new Transcript({
      change: at => { this.#follows = true; acts.command("change", at); },
      card: entry => this.#card(entry.card),
      helplines: topics => (void dress(), h("div", { class: "card", role: "group", "aria-label": words.helpTitle }, h("h2", {}, words.helpTitle), help.card(topics))),
      grown: first => this.#scrollTo(first),
      done: () => this.#ask(),
    });
    this.#helpButton = h("button", { type: "button", "aria-expanded": "false", "aria-controls": "people", onclick: () => this.toggleHelp() }, words.help);
    const close = closable && h("button", { type: "button", class: "icon", "aria-label": words.close, onclick: () => acts.close() }, icon("M6 6l12 12M18 6L6 18"));
    this.#talk = h("div", { class: "talk" }, h("div", { class: "top" }, this.#title, this.#preview), this.#transcript.element, this.#notes, this.#gate, this.#offline, this.#place);
    this.#scroller = h("div", { class: "scroller" }, this.#talk);
    root.replaceChildren(
      h("header", { "aria-label": words.log }, this.#bar, this.#steps, h("button", { type: "button", class: "icon", "aria-label": words.look, onclick: acts.look }, "Aa"), this.#helpButton, button(words.leave, () => acts.leave(), "leave"), close),
      h("main", { "aria-label": words.log }, this.#scroller, this.#people, this.#sheet));
    addEventListener("keydown", event => {
      if (event.key !== "Escape" || event.isComposing) return;
      if (!this.#people.hidden) this.toggleHelp(); else if (!this.#sheet.hidden) this.cover(); else if (closable) acts.close();
    });
    // With the header. While something covers the talk, the height stays.
    new ResizeObserver(() => acts.grown(this.#talk.scrollHeight + innerHeight - this.#scroller.clientHeight)).observe(this.#talk);
  }

  show(now: Conversation): void {
    const was = this.#now;
    this.#now = now;
    this.#title.textContent = now.title;
    this.#preview.hidden = now.reviewed;
    this.#bar.value = now.progress;
    this.#talk.classList.toggle("settled", !now.can.includes("change"));
    if (now.country) this.help.country = now.country;
    const line = now.offline ? words.offline : now.busy ? words.waits : "";
    if (line !== this.#offline.textContent) {
      this.#offline.textContent = line;
      this.#offline.hidden = !line;
      if (line) this.#transcript.say(line);
    }
    this.#stand(now);
    if (now.waiting && !was?.waiting) this.#setAside(); else if (was?.waiting && !now.waiting && now.entries.length < was.entries.length) this.#sent = false;
    if (now.problem && now.problem !== was?.problem) this.#bringBack(now.problem);
    const anew = now.edition !== was?.edition;
    if (anew) {
      this.#opening = undefined;
      this.#notes.replaceChildren();
      this.cover();
    }
    if (was?.problem && !now.problem) this.#notes.replaceChildren();
    if (anew || now.ask?.id !== this.#question?.ask.id) this.#clear(now);
    if (anew || now.entries !== was?.entries) this.#transcript.show(now.entries, anew);
    else if (!now.waiting) this.#ask();
    this.#transcript.busy(now.waiting !== undefined && !line);
  }

  say(text: string): void { this.#transcript.say(text); }

  /** The help card, opened by the visitor or by an option that says so. */
  toggleHelp(): void {
    const opens = this.#people.hidden;
    this.#sheet.hidden = true;
    this.#people.hidden = !opens;
    this.#scroller.hidden = opens;
    this.#helpButton.setAttribute("aria-expanded", String(opens));
    if (opens) return this.#drawHelp();
    this.#helpButton.focus();
    this.#toEnd();
  }

  /** Covers the talk with something of the visitor's own, its heading first; with nothing, shows the talk again. */
  cover(...content: HTMLElement[]): void {
    const opens = content.length > 0;
    if (!opens && this.#sheet.hidden) return;
    if (!this.#people.hidden) this.toggleHelp();
    this.#sheet.replaceChildren(...content);
    this.#sheet.hidden = !opens;
    this.#scroller.hidden = opens;
    this.#sheet.scrollTop = 0;
    if (opens) {
      this.#opener = document.activeElement?.closest<HTMLElement>("header button");
      return content[0]!.focus();
    }
    (this.#opener ?? this.#talk.querySelector<HTMLElement>(".menu"))?.focus();
    this.#toEnd();
  }

  shifts(times: number, left: number): void {
    this.#steps.hidden = times === 0;
    [...this.#steps.children].forEach((step, at) => step.classList.toggle("on", at < times));
    if (times && left) this.say(left > 1 ? words.leaving : words.leavingLast);
  }

  /** Whether the talk may be seen yet. */
  #stand(now: Conversation): void {
    const gated = !now.agreed ? "ask" : now.held ? "held" : "";
    if (gated === this.#gated) return;
    this.#gated = gated;
    this.#gate.hidden = !gated;
    const within = this.#gate.contains(document.activeElement);
    this.#gate.replaceChildren(...(gated === "ask" ? [ask(this.minutes, this.acts)] : gated === "held" ? [held(this.acts)] : []));
    if (within) { this.#follows = true; (this.#gate.querySelector<HTMLElement>("button") ?? this.#place).focus({ preventScroll: true }); }
    this.#scroller.scrollTop = 0;
  }

  #card(card: Card): HTMLElement {
    const place = h("div", { class: "card", role: "group", "aria-label": card.title || words.log });
    void waited(() => import("./card")).then(([{ draw }, kit]) => {
      place.append(...draw(card, kit, (deed, card) => void this.keep(deed, card)));
      this.#toEnd();
    });
    return place;
  }

  async keep(deed: "copy" | "save" | "print", card: Card): Promise<void> {
    const [{ keep }, kit] = await waited(() => import("./card"));
    const told = await keep(deed, card, kit);
    if (told) this.tell(told);
  }

  /** Tells in sight and in the log. */
  tell(text: string, ms = 4_000): void {
    const line = h("p", { class: "told" }, text);
    this.#notes.replaceChildren(line);
    this.say(text);
    if (ms < Infinity) setTimeout(() => line.remove(), ms);
  }

  /** Shows something above the question until it is done with. */
  note(...content: HTMLElement[]): void {
    this.#notes.replaceChildren(...content);
    this.#toEnd();
  }

  #drawHelp(): void {
    void dress();
    const body = h("div", {});
    const draw = (): void => body.replaceChildren(this.help.card(undefined, "h2"));
    draw();
    const heading = h("h1", { tabindex: -1 }, words.helpTitle);
    const talk = this.#now?.can.includes("help") && button(words.helpTalk, () => { this.toggleHelp(); this.#follows = true; this.acts.command("help"); });
    this.#people.replaceChildren(heading, h("p", {}, words.helpSay), this.help.chooser(draw), body,
      h("div", { class: "row" }, button(words.toTalk, () => this.toggleHelp(), "main"), talk));
    this.#people.scrollTop = 0;
    heading.focus();
  }

  /** What was sent leaves the screen but not the page: if it is refused, it comes back as it was. */
  #setAside(): void {
    clearTimeout(this.#idle);
    if (this.#place.contains(document.activeElement)) { this.#follows = true; this.#place.focus({ preventScroll: true }); }
    if (this.#question) this.#question.form.hidden = true;
  }

  #bringBack(problem: string): void {
    this.#sent = false;
    if (!this.#question) return this.tell(problem, Infinity);
    this.#question.form.hidden = false;
    this.#question.problem(problem);
    if (this.#free()) this.#question.focus();
    this.#follows = false;
    this.#toEnd();
  }

  #clear(now: Conversation): void {
    clearTimeout(this.#idle);
    if (!now.token) this.#begun.clear(); else if (this.#question && !this.#sent) this.#begun.set(this.#question.ask.at, this.#question);
    if (this.#place.contains(document.activeElement)) { this.#follows = true; this.#place.focus({ preventScroll: true }); }
    this.#place.replaceChildren();
    this.#question = undefined;
  }

  /** Asks what is to be asked, once all was said. */
  #ask(): void {
    const now = this.#now;
    if (!now || now.waiting || this.#gated) return;
    if (now.ask && !this.#question) {
      const begun = this.#begun.get(now.ask.at);
      this.#begun.delete(now.ask.at);
      this.#sent = false;
      const question = this.#question = new Question(now.ask, now.can, {
        say: text => this.say(text),
        answer: (ask, answer) => { this.#sent = true; this.acts.answer(ask, answer); },
        write: (ask, text) => { this.#sent = true; this.acts.write(ask, text); },
        command: name => this.acts.command(name),
      }, this.#mine(), begun);
      const put = (): void => {
        if (question !== this.#question) return;
        this.#place.replaceChildren(question.form);
        this.#waitIdly(question.ask);
        if (this.#follows && this.#free()) question.focus();
        this.#follows = false;
        this.#toEnd();
      };
      if (question.coming) void question.coming.then(put); else put();
    } else if (!now.ask && now.ended && !this.#place.childElementCount) {
      void dress();
      const again = button(words.restart, () => { this.#follows = true; this.acts.restart(); }, "main");
      this.#place.replaceChildren(h("div", { class: "ended" }, now.erased && h("p", {}, words.erased), again), now.erased ? "" : this.#mine());
      if (this.#follows && this.#free()) again.focus({ preventScroll: true });
      this.#follows = false;
      this.#toEnd();
      if (now.again) void waited(() => import("./calendar")).then(([{ offer }, kit]) => { again.before(offer(now.again!, kit)); this.#toEnd(); });
    } else if (this.#question?.form.hidden) {
      this.#question.form.hidden = false;
      if (this.#follows && this.#free()) this.#question.focus();
      this.#follows = false;
    }
  }

  #mine(): HTMLElement { return folded(words.menu, this.acts.mine, "menu"); }

  #waitIdly(ask: Ask): void {
    if (ask.idle) this.#idle = setTimeout(() => { if (this.#now?.ask?.id === ask.id) this.idleSaid(ask); }, ask.idle.after * 1000);
  }

  /** Set by the owner of the view: the line that meets a long silence. */
  idleSaid: (ask: Ask) => void = () => {};

  /** Whether nothing else has the focus. */
  #free(): boolean {
    const focused = document.activeElement;
    return !focused || focused === document.body || this.#place.contains(focused) || focused === this.#place;
  }

  /** Shows the start of what is new, and as much after it as fits. */
  #scrollTo(first: HTMLElement): void {
    this.#opening = first;
    this.#toEnd();
  }

  #opening: HTMLElement | undefined;
  #toEnd(): void {
    const start = this.#opening ? this.#opening.offsetTop - 12 : Infinity;
    this.#scroller.scrollTo({ top: Math.min(start, this.#scroller.scrollHeight), behavior: still() ? "auto" : "smooth" });
  }
}
