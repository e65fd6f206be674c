import * as more from "more-words";
import type { Entry } from "./conversation";
import type { Card } from "./frames";
import type { Kit } from "./later";

const cardText = (card: Card): string =>
  [card.title, ...card.lines.map(line => [line.label, line.text].filter(Boolean).join("\n"))].filter(Boolean).join("\n\n") + "\n";

/** What is on a card, and the buttons that take it along. */
export const draw = (card: Card, { h, button }: Kit, act: (deed: "copy" | "save" | "print", card: Card) => void): HTMLElement[] => [
  ...(card.title ? [h("h2", {}, card.title)] : []),
  h("dl", {}, ...card.lines.flatMap(line => [
    h("dt", line.label ? {} : { class: "unseen" }, line.label || "–"), h("dd", {}, line.text)])),
  h("div", { class: "row" }, ...([["copy", more.copy], ["save", more.save], ["print", more.print]] as const)
    .map(([deed, label]) => button(label, () => act(deed, card)))),
];

/** Lets a line that was said lead where its author says: to an address of the web, and nowhere else. Only the visitor opens it. */
export function lead(line: HTMLElement, { say, links }: Extract<Entry, { who: "guide" }>, { h }: Kit): void {
  const link = links?.find(link => link.say === say && link.href.startsWith("https://"));
  if (!link) return;
  const a = h("a", { href: link.href, rel: "noreferrer noopener", target: "_blank" });
  a.append(...line.childNodes);
  line.append(a, link.paid ? ` (${more.paid})` : "");
}

/** Copies, saves or prints a card on this device. Resolves to what to tell the visitor, if anything. */
export async function keep(deed: "copy" | "save" | "print", card: Card, kit: Kit): Promise<string | undefined> {
  switch (deed) {
    case "copy": return copy(cardText(card));
    case "save": return void save(cardText(card), kit);
    case "print": return void print();
  }
}

/** Resolves to what to tell the visitor. */
export async function copy(text: string): Promise<string> {
  try { await navigator.clipboard.writeText(text); return more.copied; } catch { return more.uncopied; }
}

const TYPES = { txt: "text/plain", json: "application/json", ics: "text/calendar" } as const;

/** A neutral name: nobody learns from it where the file came from. */
export function save(text: string, { h }: Kit, kind: keyof typeof TYPES = "txt"): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${TYPES[kind]};charset=utf-8` }));
  h("a", { href: address, download: `notes.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
