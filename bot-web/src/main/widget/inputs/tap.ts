import { button, h } from "../dom";
import type { Item, Option, Picked } from "../frames";
import type { Answer, Given, Input } from "./input";
import { later, waited } from "../later";
import * as words from "words";

/** One tap is the answer; an option that takes words opens a short field first. Used by choice, yesno, confirm and a pick of one. */
export function tap({ ask, answer, say }: Given, items: readonly (Item | Option)[], wrap: (picked: Picked) => Answer["value"] = picked => picked): Input {
  const before = earlier(ask.earlier);
  const own = h("div");
  let chosen: Option;
  // There when it is wanted, line or no line.
  if (items.some((item: Option) => item.text)) void later("own").catch(() => {});
  const choose = (option: Option): void => {
    chosen = option;
    const { value, label, text, do: deed } = option;
    if (!text) return answer({ value: wrap(value), text: label, ...(deed ? { deed } : {}) });
    own.textContent = "";
    void later("own").catch(() => {
      if (chosen === option) say(own.textContent = words.offline);
      return waited("own");
    }).then(([{ short }, kit]) => {
      if (chosen !== option) return;
      const [body, field] = short(option, before.get(value) ?? "", text => answer({ value: wrap(text ? { value, text } : value), text: text || label }), kit);
      own.replaceChildren(body);
      field.focus();
    });
  };
  const chip = (option: Option): HTMLElement => {
    const was = before.has(option.value);
    return h("button", { type: "button", class: "chip", "aria-current": was && "true", onclick: () => choose(option) },
      option.label, was && h("span", { class: "unseen" }, ` (${words.earlier})`));
  };
  return { body: [h("div", { class: "chips" }, ...folded(items, chip)), own] };
}

/** The plain options, then a button that brings the others in its place. */
export function folded(items: readonly Option[], draw: (option: Option) => HTMLElement, open = false): HTMLElement[] {
  const shown = items.filter(item => !item.more).map(draw);
  const rest = items.filter(item => item.more).map(draw);
  if (open || !rest[0] || !shown[0]) return [...shown, ...rest];
  const fold = (hidden: boolean): void => rest.forEach(element => { element.hidden = hidden; });
  fold(true);
  const unfold = button(words.more, () => {
    fold(false);
    (rest[0]!.querySelector("input") ?? rest[0]!).focus();
    unfold.remove();
  }, "chip unfold");
  return [...shown, unfold, ...rest];
}

/** The values of an earlier answer, each with the words that came with it. */
export const earlier = (value: unknown): Map<string, string> =>
  new Map([value ?? []].flat().map(one => typeof one === "object" ? [(one as { value: string }).value, (one as { text: string }).text] : [String(one), ""]));
