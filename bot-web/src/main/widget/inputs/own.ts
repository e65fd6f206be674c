import * as more from "more-words";
import type { Input } from "./input";
import type { Kit } from "../later";
import type { Option } from "../frames";

const OWN_WORDS = 500;

/** A question that is tapped, answered in the visitor's own words. */
export function typed({ h, discreet }: Kit): Input {
  const field = h("textarea", { rows: 2, maxlength: OWN_WORDS, ...discreet });
  return {
    body: [field], field, other: more.tap,
    read: () => { const text = field.value.trim(); return text ? { value: text, text } : more.empty; },
  };
}

/** The words that an option takes, and the tap that answers with both. */
export function short(option: Option, before: string, finish: (text: string) => void, { h, button, unique, discreet, send }: Kit): [HTMLElement, HTMLInputElement] {
  const id = unique();
  const field = h("input", { id, type: "text", maxlength: option.text, value: before, ...discreet });
  const done = (): void => finish(field.value.trim());
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); done(); }
  });
  return [h("div", { class: "own" }, h("label", { for: id }, option.label), h("div", { class: "row" }, field, button(send, done, "main"))), field];
}
