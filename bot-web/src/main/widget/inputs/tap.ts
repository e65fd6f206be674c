import { button, discreet, h, unique } from "../dom";
import type { Item, Option, Picked } from "../frames";
import type { Answer, Given, Input } from "./input";
import { dress } from "../later";
import * as words from "words";

/** One tap is the answer; an option that takes words opens a short field first. Used by choice, yesno, confirm and a pick of one. */
export function tap(given: Given, items: readonly (Item | Option)[], wrap: (picked: Picked) => Answer["value"] = picked => picked): Input {
  const { ask, answer } = given;
  const before = earlier(ask.earlier);
  const own = h("div", { class: "own", hidden: true });
  const choose = (option: Option): void => {
    if (!option.text) return answer({ value: wrap(option.value), text: option.label, ...(option.do ? { deed: option.do } : {}) });
    void dress();
    const id = unique();
    const field = h("input", { id, type: "text", maxlength: option.text, value: before.get(option.value) ?? "", ...discreet });
    const finish = (): void => {
      const text = field.value.trim();
      answer({ value: wrap(text ? { value: option.value, text } : option.value), text: text || option.label });
    };
    field.addEventListener("keydown", event => {
      if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); finish(); }
    });
    own.replaceChildren(h("label", { for: id }, option.label), h("div", { class: "row" }, field, button(words.send, finish, "main")));
    own.hidden = false;
    field.focus();
  };
  const chip = (option: Option): HTMLElement => h("button", {
    type: "button", class: "chip", "aria-current": before.has(option.value) ? "true" : null,
    onclick: () => choose(option),
  }, option.label, before.has(option.value) && h("span", { class: "unseen" }, ` (${words.earlier})`));
  return { body: [h("div", { class: "chips" }, ...folded(items, chip, words.more)), own] };
}

/** The plain options, then a button that brings the others in its place. */
export function folded(items: readonly Option[], draw: (option: Option) => HTMLElement, more: string, open = false): HTMLElement[] {
  const rest = items.filter(item => item.more);
  const shown = items.filter(item => !item.more).map(draw);
  if (!rest.length || open || !shown.length) return [...shown, ...rest.map(draw)];
  const hidden = rest.map(draw);
  hidden.forEach(element => { element.hidden = true; });
  const unfold = button(more, () => {
    hidden.forEach(element => { element.hidden = false; });
    (hidden[0]!.querySelector("input") ?? hidden[0]!).focus();
    unfold.remove();
  }, "chip unfold");
  return [...shown, unfold, ...hidden];
}

/** The values of an earlier answer, each with the words that came with it. */
export function earlier(value: unknown): Map<string, string> {
  const all = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return new Map(all.map(one => typeof one === "object" && one ? [String((one as { value: string }).value), (one as { text: string }).text] : [String(one), ""]));
}
