import { button, h } from "./dom";
import { folded, later, waited } from "./later";
import * as words from "words";

/** What the visitor may say at the gate. */
export interface Acts {
  agree(code: string): void;
  goOn(): void;
  anew(): void;
}

const more = (draw: (piece: Awaited<ReturnType<typeof later<"gate">>>) => HTMLElement[]) => later("gate").then(draw);
const lines = (texts: readonly string[]): HTMLElement[] => texts.map(text => h("p", { class: "guide" }, text));

/** Stands before the talk. Nothing is sent and nothing is stored before the visitor says yes to it here. */
export function ask(minutes: string, acts: Acts): HTMLElement {
  const gate = h("div", { class: "gate" });
  const question = h("p", { class: "guide question", id: "may", tabindex: -1 }, words.mayI);
  const agree = h("button", { class: "chip" }, words.agree);
  const draw = (): void => gate.replaceChildren(
    ...lines(words.hello),
    question,
    h("form", {
      class: "ask", "aria-labelledby": "may",
      onsubmit: event => { event.preventDefault(); acts.agree((event.target as HTMLFormElement).code?.value.trim() ?? ""); },
    },
      h("div", { class: "chips" }, agree, button(words.decline, decline, "chip")),
      h("div", { class: "quiet" },
        folded(words.tellMore, () => more(([{ about }, kit]) => about(minutes, kit))),
        folded(words.haveCode, () => more(([{ code }, kit]) => code(agree, kit))))));
  const decline = (): void => {
    const back = button(words.back, () => { draw(); question.focus(); });
    gate.replaceChildren(h("div", { role: "status" }, ...lines(words.declined)), h("div", { class: "row" }, back));
    back.focus();
  };
  draw();
  return gate;
}

/** A code opened a talk. Whoever looks on learns nothing of it before the visitor says so. */
export function held(acts: Acts): HTMLElement {
  const gate = h("div", { class: "gate" });
  void waited("gate").then(([pieces, kit]) => gate.append(...pieces.held(acts, kit)));
  return gate;
}
