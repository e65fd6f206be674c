import { button, discreet, h, icon } from "../dom";
import type { Given, Input } from "./input";

const DEFAULT_LENGTH = 140;

/** One thing at a time: Enter or Add puts it on the list, where it can be taken off again. */
export function list({ ask, words, say }: Given): Input {
  const max = Number(ask.max ?? 20);
  const min = Number(ask.min ?? 1);
  const items: string[] = Array.isArray(ask.earlier) ? ask.earlier.map(String) : [];
  const shown = h("ul", { class: "items", "aria-label": words.list });
  const field = h("input", { type: "text", maxlength: ask.length ?? DEFAULT_LENGTH, placeholder: ask.placeholder, ...discreet });
  const add = button(words.add, () => { put(); field.focus(); });
  const next = h("p", { class: "hint" }, ask.another ?? "");
  const draw = (): void => {
    shown.replaceChildren(...items.map((item, at) => {
      const off = button("", () => {
        items.splice(at, 1);
        draw();
        say(words.removed(item));
        field.focus();
      }, "icon");
      off.setAttribute("aria-label", words.remove(item));
      off.append(icon("M7 7l10 10M17 7L7 17"));
      return h("li", {}, h("span", {}, item), off);
    }));
    const full = items.length >= max;
    field.disabled = add.disabled = full;
    next.hidden = !items.length || !ask.another || full;
    shown.hidden = !items.length;
  };
  const put = (): boolean => {
    const item = field.value.trim();
    if (!item || items.length >= max) return false;
    items.push(item);
    field.value = "";
    draw();
    say(items.length >= max ? `${words.added(item)}. ${words.full}` : words.added(item));
    return true;
  };
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.isComposing && field.value.trim()) { event.preventDefault(); put(); }
  });
  draw();
  return {
    body: [shown, next, h("div", { class: "row" }, field, add)],
    field,
    send: words.done,
    read: () => {
      put();
      return items.length < min ? words.addFirst : { value: [...items], text: items.join("\n") };
    },
  };
}
