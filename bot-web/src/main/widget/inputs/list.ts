import * as more from "more-words";
import type { Kit } from "../later";
import type { Given, Input } from "./input";

const DEFAULT_LENGTH = 140;

/** One thing at a time: Enter or Add puts it on the list, where it can be taken off again. */
export function list({ ask, say }: Given, { button, h, icon, discreet, fill }: Kit): Input {
  const max = Number(ask.max ?? 20);
  const min = Number(ask.min ?? 1);
  const items: string[] = Array.isArray(ask.earlier) ? ask.earlier.map(String) : [];
  const shown = h("ul", { class: "items", "aria-label": more.list });
  const field = h("input", { type: "text", maxlength: ask.length ?? DEFAULT_LENGTH, placeholder: ask.placeholder, ...discreet });
  const add = button(more.add, () => { put(); field.focus(); });
  const next = h("p", { class: "hint" }, ask.another ?? "");
  const draw = (): void => {
    shown.replaceChildren(...items.map((item, at) => {
      const off = button("", () => {
        items.splice(at, 1);
        draw();
        say(fill(more.removed, item));
        field.focus();
      }, "icon");
      off.setAttribute("aria-label", fill(more.remove, item));
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
    say(items.length >= max ? `${fill(more.added, item)}. ${more.full}` : fill(more.added, item));
    return true;
  };
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.isComposing && field.value.trim()) { event.preventDefault(); put(); }
  });
  draw();
  return {
    body: [shown, next, h("div", { class: "row" }, field, add)],
    field,
    send: more.done,
    read: () => {
      put();
      return items.length < min ? more.addFirst : { value: [...items], text: items.join("\n") };
    },
  };
}
