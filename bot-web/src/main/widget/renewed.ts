// What the server gives in place of a piece that only a page of another release asks for. The page waits for the piece and
// never gets it: it is loaded again instead, as soon as that loses nothing of what its visitor has begun.
import { button, h } from "./dom";
import type { Question } from "./question";
import * as ar from "./words/ar-renewed";
import * as de from "./words/de-renewed";
import * as en from "./words/en-renewed";
import * as es from "./words/es-renewed";
import * as fr from "./words/fr-renewed";

declare global {
  interface Window { unsaidRenewed?: Promise<never> }
}

/** Long enough to read a line. */
const READING_MS = 2_000;
/** Two servers of different releases must not throw a page to and fro. */
const LEAST_AGE_MS = 4_000;
/** How long the page's own script may take to answer; one that has not begun yet waits for us. */
const BEGINNING_MS = 500;

const { lang } = document.documentElement;
const words = { ar, de, en, es, fr }[lang.slice(0, 2)] ?? en;

type Chat = Partial<typeof import("./chat")>;
type Field = HTMLInputElement & HTMLTextAreaElement;

const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms));

/** The page's own script. It is there already, and asking for it again gives the same one. */
const chat = (): Promise<Chat> => Promise.race([
  import(document.querySelector<HTMLScriptElement>("script[type=module]")!.src), pause(BEGINNING_MS).then(() => ({})),
]);

/** Whether the visitor has changed what stands in these, which an earlier answer may have filled. */
const changed = (parts: readonly Element[], earlier?: unknown): boolean => parts.flatMap(part => [part, ...part.querySelectorAll("*")]).some(part => {
  const field = part as Field;
  return part.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked
    : part.matches("input, textarea") ? field.value !== field.defaultValue && field.value !== String(earlier ?? "")
    : part.matches(".items") && part.childElementCount !== (Array.isArray(earlier) ? earlier.length : 0);
});

const holds = ({ ask, shown, tapped, typed }: Question): boolean => changed([shown, tapped, typed].flatMap(input => input?.body ?? []), ask.earlier);

function stored(token: string): boolean {
  try { return Object.values(sessionStorage).includes(token); } catch { return false; }
}

/** Whether the page would come if it was asked for. */
const there = (): Promise<boolean> => fetch(location.href).then(async answer => (await answer.text(), answer.ok)).catch(() => false);

/** The same talk page by page, for a page that may not store its token. The token goes in the form's body, never in an address. */
const simple = (token: string): HTMLElement => h("form", { method: "post", action: document.body.dataset.flow },
  ...Object.entries({ do: "show", token, language: lang }).map(([name, value]) => h("input", { type: "hidden", name, value })),
  h("button", { class: "main" }, words.simplePage));

const place = h("div");

/** Tells in sight, below what was said, and in the log, which alone is read aloud. */
function tell(text: string, way?: HTMLElement): void {
  const log = document.querySelector("[role=log]");
  log?.append(h("p", { class: "unseen" }, text));
  log?.after(place);
  place.replaceChildren(h("p", { class: "told" }, text), ...way ? [h("div", { class: "row end" }, way)] : []);
}

/** Where the talk stands: its token, whether that would outlast the page, whether something is begun, and whether something is on its way or covers the talk. */
function stand({ now, begun }: Chat): { token: string; lost: boolean; typed: boolean; busy: boolean } {
  const { token = "" } = now ?? {};
  return {
    token, lost: !!token && !stored(token),
    typed: changed([...document.querySelectorAll(".gate")]) || !!begun && [...begun.values()].some(holds),
    busy: !!now && !!(now.waiting || now.trouble || now.held || now.agreed && !token && !now.ended) || !!document.querySelector("#people:not([hidden])"),
  };
}

async function renew(): Promise<never> {
  for (let told = ""; ; await pause(READING_MS)) {
    const page = await chat();
    const free = (): boolean => { const { lost, typed, busy } = stand(page); return !lost && !typed && !busy && performance.now() > LEAST_AGE_MS; };
    if (told && free() && await there() && free()) location.reload();
    const { token, lost, typed } = stand(page);
    const say = typed ? words.begun : lost ? words.unstored : words.renewed;
    const way = lost ? simple(token) : typed ? button(words.without, () => location.reload()) : undefined;
    if (say !== told) tell(told = say, way);
  }
}

await (window.unsaidRenewed ??= renew());

export {};
