import { button, discreet, h, icon, unique } from "./dom";
import { fill } from "./fill";
import { go, offline, pickOne, send, toTalk } from "words";

/** What a later piece is handed of the page, so that it is one small file of its own. */
const kit = { h, button, icon, unique, discreet, fill, go, pickOne, send, toTalk };
export type Kit = typeof kit;

/** The pieces that not everybody needs: files beside this one. */
interface Pieces {
  all: typeof import("./all");
  card: typeof import("./card");
  display: typeof import("./display");
  end: typeof import("./end");
  gate: typeof import("./gate-more");
  host: typeof import("./host");
  news: typeof import("./news");
  rights: typeof import("./rights");
  simple: typeof import("./simple");
  themes: typeof import("./themes");
  own: typeof import("./inputs/own");
  date: typeof import("./inputs/date");
  list: typeof import("./inputs/list");
  number: typeof import("./inputs/number");
  rank: typeof import("./inputs/rank");
  sort: typeof import("./inputs/sort");
  text: typeof import("./inputs/text");
}

/** Where a file beside this one is. */
export const beside = (file: string): string => new URL(file, import.meta.url).href;

type Name = keyof Pieces;

/** Under which address a piece is asked for. Many a browser never asks again where a piece once did not come, so each try gets one of its own. */
const files: Partial<Record<Name, string>> = {};

/** Brings a piece. Rejects without a line, and tries anew when asked anew. */
export const bring = <K extends Name>(name: K): Promise<Pieces[K]> =>
  import(files[name] ??= `./${name}.js`).catch(gone => { files[name] += "?"; throw gone; });

/** The same, as soon as there is a line. */
export async function surely<K extends Name>(name: K): Promise<Pieces[K]> {
  for (;;) try { return await bring(name); } catch { await new Promise(again => setTimeout(again, 1000)); }
}

let dressed: Promise<unknown> | undefined;

/** Brings the styles that the first questions do without. */
export const dress = (): Promise<unknown> => dressed ??= new Promise(done => {
  document.head.append(h("link", { rel: "stylesheet", href: beside("later.css"), onload: done, onerror: event => { dressed = undefined; done(event); } }));
});

/** Once it is there, the file that holds all the pieces a talk under way may need. */
let whole: "all" | undefined;

const kitted = async <K extends Name>(brought: (name: K | "all") => Promise<unknown>, name: K): Promise<[Pieces[K], Kit]> =>
  [(await Promise.all([brought(whole ?? name), dress()]))[0] as Pieces[K], kit];

/** Brings a piece and the styles, when it is first needed. Rejects without a line. */
export const later = <K extends Name>(name: K): Promise<[Pieces[K], Kit]> => kitted(bring, name);

/** The same, as soon as there is a line. */
export const waited = <K extends Name>(name: K): Promise<[Pieces[K], Kit]> => kitted(surely, name);

/** Brings all of them before they are needed. */
export const ahead = async (): Promise<void> => { try { await later(whole = "all"); } catch { whole = undefined; } };

/** Something folded away, which comes when it is first unfolded. */
export function folded(label: string, load: () => Promise<HTMLElement[]>, className?: string): HTMLElement {
  const place = h("div");
  return h("details", {
    class: "rest",
    ontoggle: async () => { if (!place.querySelector("*")) try { place.replaceChildren(...await load()); } catch { place.textContent = offline; } },
  }, h("summary", { class: className }, label), place);
}
