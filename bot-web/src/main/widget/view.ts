import { ask, held, type Acts as GateActs } from "./gate";
import type { Conversation } from "./conversation";
import { button, h, icon, still } from "./dom";
import type { Ask, Card, CommandName } from "./frames";
import type { Help } from "./help";
import { dress, folded, waited } from "./later";
import type { Answer } from "./inputs/input";
import { question, type Question } from "./question";
import { transcript } from "./transcript";
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
  /** A question has met a long silence. */
  idle(ask: Ask): void;
  grown(height: number): void;
}

export interface View {
  show(now: Conversation): void;
  /** The help card, opened by the visitor or by an option that says so. */
  toggleHelp(): void;
  /** Covers the talk with something of the visitor's own, its heading first; with nothing, shows the talk again. */
  cover(...content: HTMLElement[]): void;
  /** How often Shift was pressed, of three. */
  shifts(times: number): void;
  keep(deed: "copy" | "save" | "print", card: Card): Promise<void>;
  /** Tells in sight and in the log. */
  tell(text: string, ms?: number): void;
  /** Shows something above the question until it is done with. */
  note(...content: HTMLElement[]): void;
}

/**
 * Draws the conversation. Focus moves only where the visitor's own act took away what had it.
 * @param begun by the step that asks: what may be begun and was not taken. It is there again when the same is asked again
 */
export function view(root: HTMLElement, help: Help, acts: Acts, minutes: string, closable: boolean, begun: Map<string, Question>): View {
  const title = h("h1");
  const preview = h("p", { class: "hint" }, words.preview);
  const bar = h("progress", { max: 1, "aria-label": words.progress });
  const steps = h("div", { class: "steps", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
  const offline = h("p", { class: "offline", hidden: true });
  const notes = h("div");
  const gate = h("div");
  const place = h("div", { class: "place", tabindex: -1 });
  /** What covers the talk for a while: people who help, the visitor's own words. */
  const sheet = h("section", { class: "people", id: "people", hidden: true });
  const helpButton = h("button", { type: "button", "aria-expanded": "false", "aria-controls": "people", onclick: toggleHelp }, words.help);
  /** What the cover was opened with. */
  let opener: HTMLElement | null | undefined;
  let helps = false;
  let now: Conversation | undefined;
  let asked: Question | undefined;
  /** The answer to the present question is on its way. */
  let sent = false;
  let idle = 0;
  let gated: "ask" | "held" | "" | undefined;
  /** The visitor's focus was in what the last act took away. */
  let follows = false;
  /** The first of what is new. */
  let opening: HTMLElement | undefined;

  const log = transcript({
    change: at => { follows = true; acts.command("change", at); },
    card,
    helplines: topics => (void dress(), h("div", { class: "card", role: "group", "aria-label": words.helpTitle }, h("p", { class: "title" }, words.helpTitle), help.card(topics))),
    grown: first => { opening = first; toEnd(); },
    done: put,
  });
  const talk = h("div", { class: "talk" }, h("div", { class: "top" }, title, preview), log.element, notes, gate, offline, place);
  const scroller = h("div", { class: "scroller" }, talk);
  root.replaceChildren(
    h("header", { "aria-label": words.log }, bar, steps, button("Aa", acts.look, "icon", words.look), helpButton, button(words.leave, acts.leave, "leave"),
      closable && button(icon("M6 6l12 12M18 6L6 18"), acts.close, "icon", words.close)),
    h("main", { "aria-label": words.log }, scroller, sheet));
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (!sheet.hidden) cover(); else if (closable) acts.close();
  });
  // With the header. While something covers the talk, the height stays.
  new ResizeObserver(() => acts.grown(talk.scrollHeight + innerHeight - scroller.clientHeight)).observe(talk);

  function toggleHelp(): void {
    if (helps) return cover();
    void dress();
    const body = h("div");
    const draw = (): void => body.replaceChildren(help.card());
    draw();
    cover(h("h1", { tabindex: -1 }, words.helpTitle), h("p", {}, words.helpSay), help.chooser(draw), body,
      h("div", { class: "row" }, button(words.toTalk, () => cover(), "main"),
        now?.can.includes("help") && button(words.helpTalk, () => { cover(); follows = true; acts.command("help"); })));
    opener = helpButton;
    helps = true;
    helpButton.ariaExpanded = "true";
  }

  function cover(...content: HTMLElement[]): void {
    const [heading] = content;
    if (!heading && sheet.hidden) return;
    helps = false;
    helpButton.ariaExpanded = "false";
    sheet.replaceChildren(...content);
    sheet.hidden = !heading;
    scroller.hidden = !!heading;
    sheet.scrollTop = 0;
    if (heading) {
      sheet.ariaLabel = heading.textContent;
      opener = document.activeElement?.closest<HTMLElement>("header button");
      return heading.focus();
    }
    (opener ?? talk.querySelector<HTMLElement>(".menu"))?.focus();
    toEnd();
  }

  /** Whether the talk may be seen yet. */
  function stand(): void {
    const before = gated;
    gated = !now!.agreed ? "ask" : now!.held ? "held" : "";
    if (gated === before) return;
    const within = gate.contains(document.activeElement);
    gate.replaceChildren(gated && (gated === "ask" ? ask(minutes, acts) : held(acts)));
    if (within) { follows = true; focus(gate.querySelector("button") ?? place); }
    scroller.scrollTop = 0;
  }

  function card(entry: { card: Card }): HTMLElement {
    const place = h("div", { class: "card", role: "group", "aria-label": entry.card.title || words.log });
    void waited("card").then(([{ draw }, kit]) => {
      place.append(...draw(entry.card, kit, keep));
      toEnd();
    });
    return place;
  }

  async function keep(deed: "copy" | "save" | "print", card: Card): Promise<void> {
    const [piece, kit] = await waited("card");
    const told = await piece.keep(deed, card, kit);
    if (told) tell(told);
  }

  function tell(text: string, ms = 4_000): void {
    const line = h("p", { class: "told" }, text);
    notes.replaceChildren(line);
    line.scrollIntoView({ block: "nearest" });
    log.say(text);
    if (ms) setTimeout(() => line.remove(), ms);
  }

  /** What the visitor's act takes away leaves them its place. */
  function hold(): void {
    clearTimeout(idle);
    if (place.contains(document.activeElement)) { follows = true; focus(place); }
  }

  /** What comes in its place gets their focus, if nothing else has it. */
  function follow(to: { focus(): void }): void {
    const focused = document.activeElement;
    if (follows && (!focused || focused === document.body || place.contains(focused))) to.focus();
    follows = false;
    toEnd();
  }

  function bringBack(problem: string): void {
    sent = false;
    if (!asked) return tell(problem, 0);
    asked.form.hidden = false;
    asked.problem(problem);
    follows = true;
    follow(asked);
  }

  /** Asks what is to be asked, once all was said. */
  function put(): void {
    if (!now || now.waiting || gated) return;
    if (asked) {
      if (!asked.form.hidden) return;
      asked.form.hidden = false;
      follow(asked);
    } else if (now.ask) {
      const { at } = now.ask;
      sent = false;
      const mine = asked = question(now.ask, now.can, {
        say: log.say,
        answer: (ask, answer) => { sent = true; acts.answer(ask, answer); },
        write: (ask, text) => { sent = true; acts.write(ask, text); },
        command: acts.command,
      }, own(), begun.get(at));
      begun.set(at, mine);
      const stands = (): void => {
        if (mine !== asked) return;
        place.replaceChildren(mine.form);
        const { ask } = mine;
        if (ask.idle) idle = setTimeout(() => acts.idle(ask), ask.idle.after * 1000);
        follow(mine);
      };
      if (mine.coming) void mine.coming.then(stands); else stands();
    } else if (now.ended && !place.firstChild) {
      const { edition } = now;
      void waited("end").then(([{ end }, kit]) => {
        if (!now?.ended || now.edition !== edition || place.firstChild) return;
        const [again, ...content] = end(now, () => { follows = true; acts.restart(); }, own(), kit);
        place.replaceChildren(...content);
        follow(again);
      });
    }
  }

  const own = (): HTMLElement => folded(words.menu, acts.mine, "menu");

  /** Shows the start of what is new, and as much after it as fits. */
  function toEnd(): void {
    scroller.scrollTo({ top: opening ? log.element.offsetTop + opening.offsetTop - 12 : scroller.scrollHeight, behavior: still() ? "auto" : "smooth" });
  }

  return {
    toggleHelp, cover, keep, tell,
    show: next => {
      const was = now;
      now = next;
      title.textContent = now.title;
      preview.hidden = now.reviewed;
      bar.value = now.progress;
      talk.classList.toggle("settled", !now.can.includes("change"));
      if (now.country && now.country !== was?.country) help.country = now.country;
      const line = now.trouble ? now.trouble === "busy" ? words.waits : words.offline : "";
      if (line !== offline.textContent) {
        offline.textContent = line;
        offline.hidden = !line;
        if (line) log.say(line);
      }
      stand();
      if (now.waiting) {
        // What was sent leaves the screen but not the page: if it is refused, it comes back as it was.
        if (!was?.waiting) { hold(); if (asked) asked.form.hidden = true; }
      } else if (was?.waiting && now.entries.length < was.entries.length) sent = false;
      if (now.problem && now.problem !== was?.problem) bringBack(now.problem);
      const anew = now.edition !== was?.edition;
      if (anew) { opening = undefined; cover(); }
      if (anew || was?.problem && !now.problem) notes.replaceChildren();
      if (anew || now.ask?.id !== asked?.ask.id) {
        if (!now.token) begun.clear(); else if (asked && sent) begun.delete(asked.ask.at);
        hold();
        place.replaceChildren();
        asked = undefined;
      }
      // Nothing of it is new where nothing was asked yet, or the same still is.
      if (anew || now.entries !== was?.entries) log.show(now.entries, anew, !was?.ask || was.ask.at === now.ask?.at); else put();
      log.busy(!!now.waiting && !line);
    },
    shifts: times => {
      steps.hidden = !times;
      [...steps.children].forEach((step, at) => step.classList.toggle("on", at < times));
      if (times === 1) log.say(words.leaving);
      if (times === 2) log.say(words.leavingLast);
    },
    note: (...content) => { notes.replaceChildren(...content); toEnd(); },
  };
}

function focus(what: HTMLElement): void { what.focus({ preventScroll: true }); }
