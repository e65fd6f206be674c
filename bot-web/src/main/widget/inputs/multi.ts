import { discreet, h } from "../dom";
import type { Option, Picked } from "../frames";
import type { Given, Input } from "./input";
import { earlier, folded } from "./tap";
import { dress } from "../later";
import { fill } from "../fill";
import * as words from "words";

/** Several of a list, as check boxes; an option that takes words shows its field while it is ticked. */
export function multi({ ask, say }: Given): Input {
  const options: readonly Option[] = ask.items ?? ask.options ?? [];
  const min = Math.min((ask.min ?? 1) as number, options.length);
  const max = (ask.max ?? options.length) as number;
  const before = earlier(ask.earlier);
  const ticked: { option: Option; box: HTMLInputElement; field: HTMLInputElement | undefined }[] = [];
  const draw = (option: Option): HTMLElement => {
    const { value, label, text } = option;
    const box = h("input", { type: "checkbox", value, checked: before.has(value), onchange: () => {
      if (box.checked && ticked.filter(one => one.box.checked).length > max) { box.checked = false; say(fill(words.atMost, max)); }
      if (field) { void dress(); field.hidden = !box.checked; if (box.checked) field.focus(); }
    } });
    const field = text ? h("input", { type: "text", maxlength: text, "aria-label": label, value: before.get(value), hidden: !box.checked, ...discreet }) : undefined;
    ticked.push({ option, box, field });
    return h("div", { class: text && "with-text" }, h("label", { class: "chip" }, box, h("span", {}, label)), field);
  };
  const chips = h("div", { class: "chips" }, ...folded(options, draw, options.some(one => one.more && before.has(one.value))));
  return {
    body: [chips],
    send: words.go,
    hint: max < options.length ? fill(words.atMost, max) : "",
    read: () => {
      const on = ticked.filter(one => one.box.checked);
      if (on.length < min) return min === 1 ? words.pickOne : fill(words.atLeast, min);
      const value = on.map(({ option, field }): Picked => {
        const text = field?.value.trim();
        return text ? { value: option.value, text } : option.value;
      });
      return { value, text: on.map(({ option, field }) => field?.value.trim() || option.label).join(", ") };
    },
  };
}
