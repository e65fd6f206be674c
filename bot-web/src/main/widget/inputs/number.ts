import * as more from "more-words";
import type { Kit } from "../later";
import type { Given, Input } from "./input";

/** A number is typed as text with a number keypad: number fields change their value when somebody scrolls. */
export function number({ ask }: Given, { h, discreet, fill }: Kit): Input {
  const field = h("input", {
    type: "text", inputmode: ask.whole ? "numeric" : "decimal", maxlength: 20, value: typeof ask.earlier === "number" ? ask.earlier : "", class: "short", ...discreet,
  });
  const min = ask.min === undefined ? undefined : Number(ask.min);
  const max = ask.max === undefined ? undefined : Number(ask.max);
  const range = min !== undefined && max !== undefined ? fill(more.between, String(min), String(max))
    : min !== undefined ? fill(more.least, String(min)) : max !== undefined ? fill(more.most, String(max)) : "";
  return {
    body: [h("div", { class: "row" }, field, ask.unit && h("span", { class: "unit" }, ask.unit))],
    field,
    hint: range,
    read: () => {
      const text = field.value.trim().replace(",", ".");
      const value = Number(text);
      if (!text || !Number.isFinite(value)) return range || more.empty;
      if (ask.whole && !Number.isInteger(value)) return more.wholeNumber;
      if ((min !== undefined && value < min) || (max !== undefined && value > max)) return range;
      return { value, text: ask.unit ? `${text} ${ask.unit}` : text };
    },
  };
}
