import { button, h } from "./dom";
import type { Card } from "./frames";
import type { Words } from "./words";

export const cardText = (card: Card): string =>
  [card.title, ...card.lines.map(line => [line.label, line.text].filter(Boolean).join("\n"))].filter(Boolean).join("\n\n") + "\n";

export function drawCard(card: Card, words: Words, act: (deed: "copy" | "save" | "print", card: Card) => void): HTMLElement {
  return h("div", { class: "card", role: "group", "aria-label": card.title || words.log },
    card.title && h("h2", {}, card.title),
    h("dl", {}, ...card.lines.flatMap(line => [
      h("dt", line.label ? {} : { class: "unseen" }, line.label || "–"), h("dd", {}, line.text)])),
    h("div", { class: "row" }, ...(["copy", "save", "print"] as const).map(deed => button(words[deed], () => act(deed, card)))));
}

/** Copies, saves or prints a text on this device. Resolves to what to tell the visitor, if anything. */
export async function keep(deed: "copy" | "save" | "print", text: string, words: Words): Promise<string | undefined> {
  switch (deed) {
    case "copy":
      try { await navigator.clipboard.writeText(text); return words.copied; } catch { return words.uncopied; }
    case "save": return void save(text);
    case "print": return void print();
  }
}

/** A neutral name: nobody learns from it where the file came from. */
export function save(text: string, kind: "txt" | "json" = "txt"): void {
  const type = kind === "txt" ? "text/plain" : "application/json";
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: address, download: `notes.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
