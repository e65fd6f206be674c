import * as more from "more-words";
import type { Kit } from "./later";

/** Where the line to the server never opens: the same talk page by page, by forms. The token goes in the form's body, never in an address. */
export function simple(flow: string, language: string, token: string | undefined, at: string | undefined, { h }: Kit): HTMLElement {
  const fields: Record<string, string> = token ? { do: "show", token, language } : { door: at ?? "", language };
  return h("form", { method: "post", action: flow, class: "card" },
    h("p", {}, more.noLine),
    ...Object.entries(fields).map(([name, value]) => h("input", { type: "hidden", name, value })),
    h("button", { class: "main" }, more.simplePage));
}
