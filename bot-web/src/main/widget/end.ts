import { offer } from "./calendar";
import type { Conversation } from "./conversation";
import type { Kit } from "./later";
import * as more from "more-words";

/** After the last question: what became of the answers, a day to come back, and another beginning, which is first of what is returned and again in its place. */
export function end({ erased, again }: Conversation, restart: () => void, own: HTMLElement, kit: Kit): [HTMLElement, ...(HTMLElement | string)[]] {
  const { h, button } = kit;
  const anew = button(more.restart, restart, "main");
  return [anew, h("div", { class: "ended" }, erased && h("p", {}, more.erased), again && offer(again, kit), anew), erased ? "" : own];
}
