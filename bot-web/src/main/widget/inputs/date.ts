import * as more from "more-words";
import type { Kit } from "../later";
import type { Given, Input } from "./input";

export function date({ ask }: Given, { h, discreet, fill, pickOne }: Kit): Input {
  const field = h("input", {
    type: "date", min: ask.min, max: ask.max, value: typeof ask.earlier === "string" ? ask.earlier : "", class: "short", ...discreet,
  });
  const { min, max } = ask;
  const range = min && max ? fill(more.between, long(String(min)), long(String(max))) : "";
  return {
    body: [h("div", { class: "row" }, field)],
    field,
    hint: range,
    read: () => {
      const value = field.value;
      if (!value || (min && value < String(min)) || (max && value > String(max))) return range || pickOne;
      return { value, text: long(value) };
    },
  };
}

const long = (day: string): string => new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
