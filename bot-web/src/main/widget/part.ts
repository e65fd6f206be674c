// Loaded by the first press: the frame, its place, and what passes between it and the page.
import type { Call } from "./calls";
import { COLOURS, type Look } from "./colours";

/** Attributes that go on to the chat as they are. */
const PASSED = ["start", "theme"];

const base = new URL("..", (document.currentScript as HTMLScriptElement).src);
const boxes = new WeakMap<HTMLElement, Box>();
const sheet = new CSSStyleSheet();
sheet.replaceSync("*{all:initial}[hidden]{display:none!important}"
  + "iframe{display:block;width:100%;height:420px;margin-bottom:1em;border-radius:20px;box-shadow:0 0 0 1px #8883,0 1px 6px #0001;background:canvas}"
  + ".w iframe{position:fixed;z-index:2147483647;margin:0;bottom:80px;inset-inline-end:16px;width:400px;height:min(680px,100dvh - 112px);box-shadow:0 0 0 1px #8883,0 8px 32px #0003}"
  + "@media(max-width:500px){.w iframe{inset:0;width:100%;height:100%;border-radius:0}}"
  + ".page iframe{inset:0;width:100%;height:100%;border-radius:0}");

/** One place on the page, and the frame in it: an `<unsaid-chat>`, or an element with `data-unsaid` around a link. */
class Box {
  readonly flow: string;
  readonly #frame = document.createElement("iframe");
  readonly #wrap: HTMLElement;
  /** What was pressed: the button, or the link. */
  readonly #opener: HTMLElement;
  /** What makes room for a frame in the text. */
  readonly #room: HTMLElement;
  readonly #inline: boolean;
  #ready = false;
  /** What the browser shows in place of the talk may fill the screen, and has nothing to close it. */
  #lost = false;

  constructor(readonly host: HTMLElement) {
    const mode = this.#says("mode") || (marked(host) ? "inline" : "bubble");
    const frame = this.#frame;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.flow = flowOf(host);
    this.#inline = mode === "inline";
    this.#wrap = root.querySelector("div") ?? document.createElement("div");
    this.#opener = root.querySelector("button") ?? host.querySelector("a")!;
    this.#room = root.querySelector("button") ?? document.createElement("slot");
    root.adoptedStyleSheets.push(sheet);
    if (marked(host)) root.append(this.#wrap, this.#room);
    if (!this.#inline) {
      this.#wrap.className = `w ${mode}`;
      this.#wrap.popover = "manual";
    }
    this.#wrap.addEventListener("keydown", event => { if (event.key === "Escape" && !this.#inline) this.show(false); });
    frame.title = this.#opener.textContent!.trim();
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    frame.onload = () => setTimeout(() => { if (!this.#ready) { this.show(false); this.#lost = true; } }, 1e3);
    frame.src = this.#address();
    this.#wrap.prepend(frame);
  }

  #says(name: string): string | null | undefined {
    return marked(this.host) ? this.host.dataset[name] : this.host.getAttribute(name);
  }

  /** Those in the text that offer the same flow are told apart by their order on the page, which a reload keeps. */
  #address(): string {
    const asks = new URLSearchParams({ embed: this.#inline ? "inline" : "bubble" });
    if (this.#inline) asks.set("n", String(places().filter(place => flowOf(place) === this.flow).indexOf(this.host) + 1));
    for (const name of PASSED) if (this.#says(name)) asks.set(name, this.#says(name)!);
    const language = this.#says("lang") || document.documentElement.lang;
    if (language) asks.set("lang", language);
    return `${base}chat/${this.flow}?${asks}`;
  }

  /** The colours that the page's style gives it; nothing if it gives none. */
  #look(): Look | undefined {
    const style = getComputedStyle(this.host);
    const look = COLOURS.map(name => [name, style.getPropertyValue(`--unsaid-${name}`).trim()]).filter(([, colour]) => colour);
    return look.length ? Object.fromEntries(look) as Look : undefined;
  }

  holds(source: MessageEventSource | null): boolean { return !!source && this.#frame.contentWindow === source; }

  /** @throws if there is no talk to show: then its own page, pressed for again, may have it, or say why not */
  show(open: boolean): void {
    if (this.#lost && open) throw 0;
    this.#frame.hidden = !open;
    this.host.toggleAttribute("open", open);
    this.#room.hidden = open && this.#inline;
    this.#opener.ariaExpanded = `${open}`;
    if (this.#wrap.popover && !this.#wrap.matches(":popover-open")) this.#wrap.showPopover();
    (open ? this.#frame : this.#opener).focus();
    this.host.dispatchEvent(new Event(open ? "unsaid-open" : "unsaid-close", { bubbles: true, composed: true }));
  }

  /** @param of what belongs to it: a height, or the server's neutral page */
  heard(type: unknown, of: unknown): void {
    this.#ready = true;
    if (type === "ready") this.#frame.contentWindow!.postMessage({ unsaid: 1, type, look: this.#look() }, base.origin);
    if (type === "close") this.show(false);
    if (type === "size") this.#frame.style.height = `min(${Number(of)}px,85vh)`;
    if (type === "leave") {
      document.documentElement.style.setProperty("display", "none", "important");
      setTimeout(() => location.replace(this.#says("leave") || `${of}`), 80);
    }
  }
}

const marked = (host: HTMLElement): boolean => "unsaid" in host.dataset;
const flowOf = (host: HTMLElement): string => (marked(host) ? host.dataset.unsaid : host.getAttribute("flow")) ?? "";
/** The places on the page, the bubble last. */
const places = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("unsaid-chat,[data-unsaid]")];

function bubble(flow: string): HTMLElement {
  const host = document.createElement("unsaid-chat");
  host.setAttribute("flow", flow);
  document.documentElement.append(host);
  return host;
}

function open(host: HTMLElement | undefined): void {
  if (!host) return;
  try {
    const box = boxes.get(host) ?? new Box(host);
    boxes.set(host, box);
    box.show(true);
  } catch { // an element that cannot hold one, or no talk in it
    location.assign(`${base}chat/${flowOf(host)}`);
  }
}

function act([name, of]: Call): void {
  const meant = places().filter(host => of === undefined || host === of || flowOf(host) === of);
  switch (name) {
    case "open": return open(meant[0] ?? (typeof of === "string" ? bubble(of) : undefined));
    case "close": return meant.filter(host => host.hasAttribute("open")).forEach(host => boxes.get(host)?.show(false));
  }
}

addEventListener("message", ({ source, origin, data }) => {
  if (origin !== base.origin || data?.unsaid !== 1) return;
  for (const host of places()) {
    const box = boxes.get(host);
    if (box?.holds(source)) box.heard(data.type, data.of);
  }
});

const calls = window.unsaid!;
calls.splice(0).forEach(act);
calls.push = (...more) => { more.forEach(act); return 0; };
