import { button, discreet, h, icon, unique } from "./dom";
import { fill } from "./fill";
import { back, empty, erase, go, offline, pickOne, restart, toTalk } from "words";

/** What a later piece is handed of the page, so that it is one small file of its own. */
const kit = { h, button, icon, unique, discreet, fill, back, empty, erase, go, pickOne, restart, toTalk };
export type Kit = typeof kit;

let dressed: Promise<unknown> | undefined;

/** Brings the styles that the first questions do without. */
export const dress = (): Promise<unknown> => dressed ??= new Promise(done => {
  document.head.append(h("link", { rel: "stylesheet", href: document.body.dataset.later!, integrity: document.body.getAttribute("integrity")!, onload: done, onerror: done }));
});

/** Brings a piece that not everybody needs, and the styles, when it is first needed. Rejects without a line. */
export const later = async <T>(load: () => Promise<T>): Promise<[T, Kit]> => [(await Promise.all([load(), dress()]))[0], kit];

/** The same, as soon as there is a line. */
export async function waited<T>(load: () => Promise<T>): Promise<[T, Kit]> {
  for (;;) try { return await later(load); } catch { await new Promise(again => setTimeout(again, 1000)); }
}

/** Something folded away, which comes when it is first unfolded. */
export function folded(label: string, load: () => Promise<HTMLElement[]>, className?: string): HTMLElement {
  const place = h("div");
  let there = false;
  return h("details", {
    class: "rest",
    ontoggle: async () => { if (!there) try { place.replaceChildren(...await load()); there = true; } catch { place.textContent = offline; } },
  }, h("summary", { class: className }, label), place);
}
