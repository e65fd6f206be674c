import * as more from "more-words";
import { copy, save } from "./card";
import type { CommandName, Kept, Summary } from "./frames";
import type { Kit } from "./later";

/** What a panel needs to know and may cause. */
export interface Acts {
  can: readonly CommandName[];
  /** The last day for which the talk is kept, if it is. */
  until: string | undefined;
  /** Days for which one would be kept. */
  kept: string;
  command(name: "keep" | "unkeep" | "export" | "restart" | "erase"): void;
  cover(...content: HTMLElement[]): void;
  tell(text: string): void;
}

/** Panels for what belongs to the visitor. */
export function panels(kit: Kit, acts: Acts) {
  const { h, button, unique, fill, toTalk } = kit;
  const back = (): void => acts.cover();
  /** What is asked of the server is waited for in the talk, where it is told if there is no line. */
  const ask = (name: "keep" | "unkeep"): void => { back(); acts.command(name); };
  const language = document.documentElement.lang;

  /** A button that copies, and the line that says whether it did. */
  function copying(text: () => string, className = ""): [HTMLElement, HTMLElement] {
    const told = h("p", { class: "hint", role: "status" });
    return [button(more.copy, async () => { told.textContent = await copy(text()); }, className), told];
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
      h("dt", {}, line.label, line.apart && h("small", { class: "apart" }, more.apart)), h("dd", {}, line.text)]));
    const [copy, copied] = copying(text);
    tick.addEventListener("change", () => list.classList.toggle("whole", tick.checked));
    return [
      heading(more.wrote),
      h("p", {}, more.found),
      ...(marked ? [h("label", { class: "chip", for: id }, tick, fill(more.whole, marked))] : []),
      h("div", { class: "row" },
        button(more.asText, () => save(text(), kit), "main"), button(more.asJson, () => save(json(), kit, "json")), copy),
      copied,
      h("div", { class: "card" }, summary.lines.length ? list : more.nothing),
      h("div", { class: "row" }, button(toTalk, back), button(more.erase, askErase)),
    ];
  }

  /** What keeping means, and the tap that agrees to it. A talk that is kept already can be given a new code, or let go. */
  function offer(): HTMLElement[] {
    const { until } = acts;
    return until
      ? [heading(more.keep), h("p", {}, fill(more.until, day(until))),
        h("div", { class: "row" }, button(toTalk, back, "main"), button(more.unkeep, () => ask("unkeep"))),
        h("div", { class: "row" }, button(more.another, () => ask("keep")), h("small", {}, more.ends))]
      : [heading(more.keep), h("p", {}, fill(more.keepFor, acts.kept)), h("p", {}, more.lose),
        h("div", { class: "row" }, button(more.yesKeep, () => ask("keep"), "main"), button(toTalk, back))];
  }

  /** The code, once. */
  function show(code: string, until: string): HTMLElement[] {
    const [copy, copied] = copying(() => code, "main");
    return [
      heading(more.code),
      h("p", { class: "code", translate: "no" }, code),
      h("p", {}, fill(more.note, day(until))),
      h("div", { class: "row" },
        copy, button(toTalk, back), button(more.unkeep, () => ask("unkeep"))),
      copied,
    ];
  }

  /** One more tap before everything goes. */
  function askErase(): void {
    acts.cover(heading(more.eraseAsk), h("p", {}, more.eraseSay, acts.until && ` ${more.eraseKept}`),
      h("div", { class: "row" }, button(more.erase, () => { back(); acts.command("erase"); }, "main"), button(toTalk, back)));
  }

  /** What can be done with all of it. */
  function menu(): HTMLElement[] {
    const all = [
      ["export", more.exported, () => acts.command("export")], ["keep", more.keep, () => acts.cover(...offer())],
      ["restart", more.restart, () => acts.command("restart")], ["erase", more.erase, askErase],
    ] as const;
    return [h("div", { class: "quiet" },
      ...all.filter(([name]) => name === "erase" || acts.can.includes(name)).map(([, label, act]) => button(label, act)))];
  }

  /** What the server has to show; nothing where a word about it is enough. */
  function shown(frame: Summary | Kept): HTMLElement[] {
    if (frame.type === "summary") return see(frame);
    if (frame.code) return show(frame.code, frame.until!);
    acts.tell(more.unkept);
    return [];
  }

  return { menu, shown };
}
