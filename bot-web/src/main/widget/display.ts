import * as more from "more-words";
import type { Kit } from "./later";

const page = document.documentElement;
/** How the talk looks: size of the letters, day or night, words hidden from others' eyes, nothing to type. */
export function display(back: () => void, { h, button, unique, toTalk }: Kit): HTMLElement[] {
  const { style, classList } = page;
  /** What is chosen is kept by what it does to this page, and nowhere else. */
  const chosen = { size: style.fontSize || "100%", light: style.colorScheme || "light dark", hide: classList.contains("hide"), taps: classList.contains("taps") };
  const apply = (): void => {
    style.fontSize = chosen.size;
    style.colorScheme = chosen.light;
    classList.toggle("hide", chosen.hide);
    classList.toggle("taps", chosen.taps);
  };
  const one = (key: "size" | "light", label: string, ways: readonly (readonly [string, string])[]): HTMLElement => {
    const name = unique();
    return h("fieldset", { class: "sort" }, h("legend", {}, label), h("div", { class: "chips" }, ...ways.map(([value, text]) =>
      h("label", { class: "chip" },
        h("input", { type: "radio", name, checked: chosen[key] === value, onchange: () => { chosen[key] = value; apply(); } }), h("span", {}, text)))));
  };
  const whether = (key: "hide" | "taps", label: string): HTMLElement => h("label", { class: "chip" },
    h("input", { type: "checkbox", checked: chosen[key], onchange: event => { chosen[key] = (event.target as HTMLInputElement).checked; apply(); } }), h("span", {}, label));
  return [
    h("h1", { tabindex: -1 }, more.display),
    one("size", more.letters, [["100%", more.usual], ["125%", more.larger], ["150%", more.largest]]),
    one("light", more.light, [["light dark", more.asDevice], ["light", more.day], ["dark", more.night]]),
    h("div", { class: "chips" }, whether("hide", more.hide), whether("taps", more.taps)),
    h("p", { class: "hint" }, more.forNow),
    h("div", { class: "row" }, button(toTalk, back, "main")),
  ];
}
