import * as more from "more-words";
import type { Kit } from "../later";
import type { Given, Input } from "./input";

const DEFAULT_LENGTH = 2000;

/** Free words. Enter makes a new line; Ctrl or Cmd with Enter sends. What is left is told only when it gets tight. */
export function text({ ask }: Given, { h, unique, discreet, fill }: Kit): Input {
  const length = ask.length ?? DEFAULT_LENGTH;
  const count = h("p", { class: "count", id: unique() });
  const field = h("textarea", { rows: length > 200 ? 3 : 2, maxlength: length, placeholder: ask.placeholder, "aria-describedby": count.id, ...discreet });
  if (typeof ask.earlier === "string") field.value = ask.earlier;
  const tell = (): void => { count.textContent = field.value.length > length * 0.7 ? fill(more.left, length - field.value.length) : ""; };
  field.addEventListener("input", tell);
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); field.form?.requestSubmit(); }
  });
  tell();
  return {
    body: [field, count],
    field,
    read: () => {
      const value = field.value.trim();
      return value ? { value, text: value } : more.empty;
    },
  };
}
