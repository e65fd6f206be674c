import { connect, type Connection } from "./connection";
import { follow, fresh, type Conversation, type Happening } from "./conversation";
import type { Ask, CommandName, Deed, Incoming } from "./frames";
import { Help } from "./help";
import type { Tell } from "./host";
import type { Answer } from "./inputs/input";
import { keeper } from "./keeper";
import { ahead, beside, bring, dress, later, surely } from "./later";
import { leave, watchShift } from "./leave";
import type { Question } from "./question";
import { view } from "./view";
import * as words from "words";

const PROTOCOL = "unsaid.v1";
/** So many sockets are tried before the page without any is offered. */
const TRIES = 3;
/** Turns after which a talk is under way, and all that it may need is fetched ahead. */
const SETTLED = 4;

const page = document.documentElement;
const { flow, title, home, idle, kept } = document.body.dataset as Record<"flow" | "title" | "home" | "idle" | "kept", string>;
const language = page.lang;
const asked = new URLSearchParams(location.search);
const embedded = asked.get("embed");
/** The step that the page around opens the talk at. */
const at = asked.get("start") || undefined;
const here = (path: string): string => beside(`../../${path}`);
const theme = asked.get("theme");
if (theme) await bring("themes").then(piece => piece.dress(theme), () => {});
/** What passes to the page around is known before the talk is shown: leaving needs it, and no server then. */
const tell: Tell = embedded ? (await surely("host")).host(look => void bring("themes").then(({ paint }) => paint(look))) : () => false;
/** Several of one flow on a page are talks of their own. */
const token = keeper(`c.${flow}${asked.has("n") ? `.${asked.get("n")}` : ""}`);

const found = token.get();
/** What renewed.ts looks at, in a page of another release: where the talk stands, and the questions that may hold something begun. In this page's memory only. */
const begun = new Map<string, Question>();
let now: Conversation = { ...fresh, title, token: found, agreed: !!found };
/** A code that the visitor typed, until the server has looked for it. */
let code = "";
/** What is on the screen is not what stands on the server: all of it is asked for again. */
let stale = false;
/** Erasing was asked for and has no answer yet. */
let erasing = false;
/** A deed of the present card that the tap itself already did: the browser allows some only then. */
let done: Deed | undefined;
/** What came of a talk that a code opened, until its visitor wants to see it. */
let held: Incoming[] | undefined;
/** Sockets that were lost before any had an answer; no number any more once one had. */
let misses = 0;

const screen = view(document.getElementById("chat")!, new Help(), {
  answer, command, restart,
  write: ({ id, at }, text) => happen({ type: "sent", text, at, frame: line.send({ type: "answer", to: id, text }) }),
  mine: async () => (await rights()).menu(),
  agree: typed => { code = typed; happen({ type: "agreed" }); line.open(); },
  goOn: () => {
    const frames = held;
    code = "";
    held = undefined;
    happen({ type: "held", held: false });
    frames?.forEach(heard);
  },
  anew: () => { code = ""; begin(); happen({ type: "agreed" }); line.open(); },
  leave: go,
  look: () => cover(later("display"), ([{ display }, kit]) => display(() => screen.cover(), kit)),
  close: () => { tell("close"); if (now.ended) token.set(undefined); },
  idle: ({ id, idle }) => happen({ type: "idle", ask: id, say: idle!.say }),
  grown: height => { if (embedded === "inline") tell("size", height); },
}, idle, embedded === "bubble", begun);

const line: Connection = connect({
  open: () => new WebSocket(here("socket").replace("http", "ws"), PROTOCOL),
  greet: () => now.token
    ? { type: "resume", token: now.token, after: stale ? 0 : now.seq }
    : { type: "start", agreed: true, flow, language, at, ...(code ? { code } : {}) },
  heard,
  lost: () => {
    happen({ type: "line", trouble: "offline" });
    // There is no way through by socket, it seems: some networks let none pass.
    if (++misses === TRIES) void later("simple").then(([{ simple }, kit]) => screen.note(simple(flow, language, now.token, at, kit)), () => {});
  },
  busy: () => happen({ type: "line", trouble: "busy" }),
  back: () => { if (misses >= TRIES) screen.note(); misses = NaN; happen({ type: "line" }); },
});

function happen(what: Happening): void {
  const was = now;
  now = follow(now, what);
  if (now.token !== was.token) token.set(now.token);
  if (now.erased) line.close();
  screen.show(now);
}

function heard(frame: Incoming): void {
  if (frame.type === "started" && frame.kept && !now.token) {
    held = [{ ...frame, kept: false }];
    return happen({ type: "held", held: true });
  }
  if (held && frame.type === "turn") return void held.push(frame);
  if (frame.type === "problem") {
    if (frame.code === "unknown-conversation") return lost();
    if (line.greetedBy(frame.id) && frame.code !== "unknown-flow") line.later();
    if (frame.code === "late" && frame.id && frame.id === now.waiting) {
      happen({ type: "frame", frame });
      stale = true;
      return line.again();
    }
  }
  happen({ type: "frame", frame });
  switch (frame.type) {
    case "started": code = ""; return;
    case "erased": erasing = false; return;
    case "summary": case "kept": return cover(rights(), own => own.shown(frame));
    case "problem": return;
    case "turn":
      if (stale) news("elsewhere");
      stale = false;
      if (frame.seq > SETTLED) void ahead();
  }
  if (now.deed && now.deed !== done) act(now.deed);
  done = undefined;
}

/** The server does not know the conversation any more: it expired, or was erased elsewhere. */
function lost(): void {
  begin();
  news("again");
}

function news(what: "again" | "elsewhere"): void {
  void later("news").then(([words]) => screen.tell(words[what], 10_000), () => {});
}

/** Back to the gate: another conversation needs another yes. */
function begin(): void {
  erasing = false;
  held = undefined;
  line.close();
  happen({ type: "reset" });
}

/** Panels that few people open come when they are wanted. */
const rights = () => later("rights").then(([{ panels }, kit]) => panels(kit, {
  get can() { return now.can; }, get until() { return now.until; }, kept, command, cover: screen.cover, tell: screen.tell,
}));

function cover<T>(coming: Promise<T>, draw: (piece: T) => HTMLElement[]): void {
  coming.then(piece => screen.cover(...draw(piece))).catch(() => screen.tell(words.offline));
}

function answer(ask: Ask, { deed, value, text }: Answer): void {
  if (deed === "leave") return go();
  if (deed === "copy" || deed === "save" || deed === "print") act(done = deed);
  happen({ type: "sent", text, at: ask.at, frame: line.send({ type: "answer", to: ask.id, value }) });
}

/** Commands that read like an answer. */
const SAID: Partial<Record<CommandName, string>> = { skip: words.skip, unsure: words.unsure, enough: words.enough, help: words.help };

function command(name: CommandName, at?: string): void {
  const ask = name === "skip" || name === "unsure" ? now.ask : undefined;
  erasing ||= name === "erase";
  happen({ type: "sent", text: SAID[name], at: ask?.at, frame: line.send({ type: "command", name, to: ask?.id, at }) });
}

function act(deed: Deed): void {
  switch (deed) {
    case "leave": return go();
    case "help": return screen.toggleHelp();
    case "erase": return now.token ? command("erase") : undefined;
    default: if (now.card) void screen.keep(deed, now.card);
  }
}

function restart(): void {
  if (now.token && now.can.includes("restart")) command("restart"); else begin();
}

/** Erases without the socket, which a page that goes away takes with it. The token is in a header: never in an address. */
function farewell(): void {
  if (now.token) fetch(here("erase"), { method: "POST", keepalive: true, credentials: "omit", headers: { authorization: `Bearer ${now.token}` } }).catch(() => {});
}

function go(): void {
  leave(home, () => {
    token.set(undefined);
    if (now.until) return; // the visitor wants it kept
    line.last({ type: "command", name: "erase" });
    farewell();
  }, tell);
}

watchShift(screen.shifts, go);
if (embedded) page.classList.add(embedded === "inline" ? "inline" : "bubble");
addEventListener("pagehide", () => { if (erasing) farewell(); });
if (matchMedia("(forced-colors: active)").matches) void dress();
screen.show(now);
if (now.token) line.open();

export { now, begun };
