import * as more from "more-words";
import type { Acts } from "./gate";
import type { Kit } from "./later";

/** Twelve letters and digits with what people put between them. */
const LONGEST_CODE = 40;

/** What becomes of the answers. */
export const about = (minutes: string, { h, fill }: Kit): HTMLElement[] => more.about.map(text => h("p", { class: "hint" }, fill(text, minutes)));

/** The field for the code of a kept talk. */
export function code(agree: HTMLElement, { h, discreet }: Kit): HTMLElement[] {
  const field = h("input", { type: "text", id: "code", name: "code", maxlength: LONGEST_CODE, autocapitalize: "characters", ...discreet });
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // a yes is a tap of its own
    agree.focus();
  });
  setTimeout(() => field.focus());
  return [h("div", { class: "own" }, h("label", { for: "code" }, more.yourCode), field)];
}

/** Asks whoever opened a kept talk how it shall go on. */
export const held = (acts: Acts, { h, button }: Kit): HTMLElement[] => [
  h("p", { class: "guide question", role: "status" }, more.goOnOr),
  h("p", { class: "hint" }, more.staysKept),
  h("div", { class: "chips" }, button(more.goOn, acts.goOn, "chip"), button(more.beginAnew, acts.anew, "chip")),
];
