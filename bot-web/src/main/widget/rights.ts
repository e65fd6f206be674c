import type { keep, save } from "./card";
import type { button, h, unique } from "./dom";
import type { Summary } from "./frames";
import { rightsWords } from "./rights-words";
import type { Words } from "./words";

/** What the page has already: handed over, so that these panels are one small file of their own. */
export interface Kit {
  h: typeof h;
  button: typeof button;
  unique: typeof unique;
  keep: typeof keep;
  save: typeof save;
  words: Words;
}

/** What a panel may cause. */
export interface Acts {
  command(name: "keep" | "unkeep"): void;
  erase(): void;
  back(): void;
}

/** Panels for what belongs to the visitor. */
export function panels({ h, button, unique, keep, save, words }: Kit, acts: Acts) {
  const language = document.documentElement.lang;
  const own = rightsWords(language);

  /** A button that copies, and the line that says whether it did. */
  function copying(text: () => string, className = ""): [HTMLElement, HTMLElement] {
    const told = h("p", { class: "hint", role: "status" });
    return [button(words.copy, async () => { told.textContent = await keep("copy", text(), words) ?? ""; }, className), told];
  }

  const heading = (text: string): HTMLElement => h("h1", { tabindex: -1 }, text);
  const day = (date: string): string => new Date(`${date}T12:00`).toLocaleDateString(language, { dateStyle: "long" });

  /** All that the visitor wrote: to see, to save in either form, to erase. What is marked is saved only if they say so. */
  function see(summary: Summary): HTMLElement[] {
    const marked = summary.lines.filter(line => line.apart).length;
    const id = unique();
    const tick = h("input", { type: "checkbox", id });
    const wanted = <T extends { apart?: boolean }>(all: T[]): T[] => all.filter(one => tick.checked || !one.apart);
    const text = (): string => [summary.title, ...wanted(summary.lines).map(line => `${line.label}\n${line.text}`)].join("\n\n") + "\n";
    const json = (): string => JSON.stringify({ ...summary.json, answers: wanted(summary.json.answers) }, null, 2);
    const list = h("dl", {}, ...summary.lines.flatMap(line => [
      h("dt", {}, line.label, line.apart && h("small", { class: "apart" }, own.apart)), h("dd", {}, line.text)]));
    const [copy, copied] = copying(text);
    tick.addEventListener("change", () => list.classList.toggle("whole", tick.checked));
    return [
      heading(own.wrote),
      h("p", {}, own.found),
      ...(marked ? [h("label", { class: "chip", for: id }, tick, own.whole(marked))] : []),
      h("div", { class: "row" },
        button(own.text, () => save(text()), "main"), button(own.json, () => save(json(), "json")), copy),
      copied,
      h("div", { class: "card" }, summary.lines.length ? list : own.nothing),
      h("div", { class: "row" }, button(words.return, acts.back), button(words.erase, acts.erase)),
    ];
  }

  /** What keeping means, and the tap that agrees to it. A talk that is kept already can be given a new code, or let go. */
  function offer(until: string | undefined, days: string): HTMLElement[] {
    return until
      ? [heading(words.keep), h("p", {}, own.until(day(until))),
        h("div", { class: "row" }, button(words.return, acts.back, "main"), button(own.unkeep, () => acts.command("unkeep"))),
        h("div", { class: "row" }, button(own.another, () => acts.command("keep")), h("small", {}, own.ends))]
      : [heading(words.keep), h("p", {}, own.keep(days)), h("p", {}, own.lose),
        h("div", { class: "row" }, button(own.yes, () => acts.command("keep"), "main"), button(words.return, acts.back))];
  }

  /** The code, once. */
  function show(code: string, until: string): HTMLElement[] {
    const [copy, copied] = copying(() => code, "main");
    return [
      heading(own.code),
      h("p", { class: "code", translate: "no" }, code),
      h("p", {}, own.note(day(until))),
      h("div", { class: "row" },
        copy, button(words.return, acts.back), button(own.unkeep, () => acts.command("unkeep"))),
      copied,
    ];
  }

  return { see, offer, show, unkept: own.unkept };
}
