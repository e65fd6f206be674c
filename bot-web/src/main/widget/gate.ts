import { button, discreet, h, unique } from "./dom";
import type { Words } from "./words";

/** Twelve letters and digits with what people put between them. */
const LONGEST_CODE = 40;

/** What the visitor may say at the gate. */
export interface Acts {
  agree(code: string): void;
  goOn(): void;
  anew(): void;
}

/** Stands before the talk. Nothing is sent and nothing is stored before the visitor says yes to it here. */
export function ask(words: Words, minutes: string, acts: Acts): HTMLElement {
  const gate = h("div", { class: "gate" });
  const id = unique();
  const code = h("input", { type: "text", id, maxlength: LONGEST_CODE, autocapitalize: "characters", ...discreet });
  code.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // a yes is a tap of its own
    gate.querySelector<HTMLElement>(".chip")!.focus();
  });
  const question = h("p", { class: "guide question", id: unique(), tabindex: -1 }, words.mayI);
  const draw = (): void => gate.replaceChildren(
    ...words.hello.map(text => h("p", { class: "guide" }, text)),
    question,
    h("form", { class: "ask", novalidate: true, "aria-labelledby": question.id, onsubmit: event => { event.preventDefault(); acts.agree(code.value.trim()); } },
      h("div", { class: "chips" },
        h("button", { class: "chip" }, words.agree),
        button(words.decline, decline, "chip")),
      h("div", { class: "quiet" },
        h("details", { class: "rest" }, h("summary", {}, words.tellMore), ...words.about(minutes).map(text => h("p", { class: "hint" }, text))),
        h("details", { class: "rest", ontoggle: event => { if ((event.currentTarget as HTMLDetailsElement).open) code.focus(); } }, h("summary", {}, words.haveCode), h("div", { class: "own" }, h("label", { for: id }, words.yourCode), code)))));
  const decline = (): void => {
    code.value = "";
    const back = button(words.back, () => { draw(); question.focus(); });
    gate.replaceChildren(h("div", { role: "status" }, ...words.declined.map(text => h("p", { class: "guide" }, text))), h("div", { class: "row" }, back));
    back.focus();
  };
  draw();
  return gate;
}

/** A code opened a talk. Whoever looks on learns nothing of it before the visitor says so. */
export function held(words: Words, acts: Acts): HTMLElement {
  return h("div", { class: "gate" },
    h("p", { class: "guide question", role: "status" }, words.goOnOr),
    h("p", { class: "hint" }, words.staysKept),
    h("div", { class: "chips" }, button(words.goOn, acts.goOn, "chip"), button(words.beginAnew, acts.anew, "chip")));
}
