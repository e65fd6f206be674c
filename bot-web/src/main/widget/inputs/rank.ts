import * as more from "more-words";
import type { Item } from "../frames";
import type { Kit } from "../later";
import type { Given, Input } from "./input";

/** An order without dragging: every item can go to the top or move by one place. */
export function rank({ ask, say }: Given, { button, h, icon, fill, go }: Kit): Input {
  const all = ask.items ?? ask.options ?? [];
  const before = Array.isArray(ask.earlier) ? ask.earlier.map(String) : [];
  const place = (item: Item): number => before.includes(item.value) ? before.indexOf(item.value) : before.length;
  const order = [...all].sort((a, b) => place(a) - place(b));
  const top = Math.min(ask.top || order.length, order.length);
  const shown = h("ol", { class: "ranks" });
  const move = (from: number, to: number): void => {
    const [item] = order.splice(from, 1);
    order.splice(to, 0, item!);
    draw();
    say(fill(more.moved, item!.label, to + 1));
  };
  const control = (label: string, path: string, enabled: boolean, press: () => void, kind: string, value: string): HTMLElement => {
    const control = button("", () => {
      press();
      // The pressed button was drawn anew with its item: the visitor keeps it, or its neighbour at the edge.
      const again = shown.querySelectorAll<HTMLButtonElement>(`[data-value="${CSS.escape(value)}"]`);
      const other = kind === "down" ? "up" : "down";
      [...again].filter(one => !one.disabled && (one.dataset.kind === kind || one.dataset.kind === other)).sort((a, b) => Number(b.dataset.kind === kind) - Number(a.dataset.kind === kind))[0]?.focus();
    }, "icon");
    control.setAttribute("aria-label", label);
    control.dataset.value = value;
    control.dataset.kind = kind;
    control.disabled = !enabled;
    control.append(icon(path));
    return control;
  };
  const draw = (): void => shown.replaceChildren(...order.map((item, at) => h("li", { class: at < top ? "counts" : null },
    h("span", { class: "place", "aria-hidden": "true" }, at < top ? String(at + 1) : "·"),
    h("span", { class: "name" }, item.label),
    control(fill(more.first, item.label), "M6 5h12M12 20V9M7 14l5-5 5 5", at > 0, () => move(at, 0), "first", item.value),
    control(fill(more.up, item.label), "M12 19V6M6 12l6-6 6 6", at > 0, () => move(at, at - 1), "up", item.value),
    control(fill(more.down, item.label), "M12 5v13M6 12l6 6 6-6", at < order.length - 1, () => move(at, at + 1), "down", item.value))));
  draw();
  return {
    body: [shown],
    send: go,
    hint: top < order.length ? fill(more.topOnly, top) : "",
    read: () => ({
      value: order.slice(0, top).map(item => item.value),
      text: order.slice(0, top).map((item, at) => `${at + 1}. ${item.label}`).join("\n"),
    }),
  };
}
