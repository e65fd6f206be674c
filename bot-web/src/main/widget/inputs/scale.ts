import { h, unique } from "../dom";
import type { Given, Input } from "./input";
import * as words from "words";

/** A scale is a group of radio buttons; its end labels belong to the group's description. */
export function scale({ ask }: Given): Input {
  const min = (ask.min ?? 0) as number;
  const max = (ask.max ?? 10) as number;
  const labels = ask.labels ?? {};
  const name = unique();
  const points: HTMLInputElement[] = [];
  const row = h("div", { class: "scale" });
  for (let value = min; value <= max; value += ask.step || 1) {
    const label = labels[value];
    const point = h("input", { type: "radio", name, value, checked: ask.earlier === value, "aria-label": label && `${value}, ${label}` });
    points.push(point);
    row.append(h("label", { class: "point" }, point, h("span", {}, String(value))));
  }
  const first = labels[min];
  const last = labels[max];
  const between = Object.entries(labels).filter(([at]) => +at > min && +at < max).map(([at, label]) => `${at}: ${label}`);
  return {
    body: [
      ...first || last ? [h("div", { class: "ends", "aria-hidden": "true" }, h("span", {}, first && `${min} ${first}`), h("span", {}, last && `${max} ${last}`))] : [],
      row,
    ],
    send: words.go,
    hint: between.join(", "),
    read: () => {
      const on = points.find(point => point.checked);
      if (!on) return words.pickOne;
      const label = labels[on.value];
      return { value: Number(on.value), text: label ? `${on.value}, ${label}` : on.value };
    },
  };
}
