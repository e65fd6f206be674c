import { cardText, keep, save } from "./card";
import { Connection } from "./connection";
import { follow, fresh, type Conversation, type Happening } from "./conversation";
import { button, h, unique } from "./dom";
import type { Ask, CommandName, Deed, Incoming, Summary } from "./frames";
import { Help } from "./help";
import { Host } from "./host";
import type { Answer } from "./inputs/input";
import { Keeper } from "./keeper";
import { leave, watchShift } from "./leave";
import { View } from "./view";
import { wordsIn } from "./words";

const PROTOCOL = "unsaid.v1";
const NEUTRAL = "https://www.wikipedia.org/";

const { flow = "", title = "", home: away, idle = "30", kept = "30" } = document.body.dataset;
const language = document.documentElement.lang || "en";
if (/^(ar|dv|fa|he|ps|ur|yi)\b/.test(language)) document.documentElement.dir = "rtl";
const asked = new URLSearchParams(location.search);
const embedded = asked.get("embed");
/** The step that the page around opens the talk at. */
const at = asked.get("start") || undefined;
const here = (path: string): URL => new URL(`../${path}`, import.meta.url);
const words = await wordsIn(language);
const help = new Help(words);
const host = new Host(look => void import("./themes").then(({ paint }) => paint(look)));
if (asked.has("theme")) await import("./themes").then(({ dress }) => dress(asked.get("theme")!), () => {});
/** Several of one flow on a page are talks of their own. */
const keeper = new Keeper(`c.${flow}${asked.has("n") ? `.${asked.get("n")}` : ""}`);

const found = keeper.get();
let now: Conversation = { ...fresh, title, token: found, agreed: found !== undefined };
/** A code that the visitor typed, until the server has looked for it. */
let code = "";
/** What is on the screen is not what stands on the server: all of it is asked for again. */
let stale = false;
/** Erasing was asked for and has no answer yet. */
let erasing = false;
/** A deed of the present card that the tap itself already did: the browser allows some only then. */
let done: Deed | undefined;

const view = new View(document.getElementById("chat")!, words, help, {
  answer: (ask, answer) => send(ask, answer),
  write: (ask, text) => happen({ type: "answered", text, at: ask.at, frame: connection.send({ type: "answer", to: ask.id, text }) }),
  command: (name, at) => command(name, at),
  offerKeep: () => void rights(panels => panels.offer(now.until, kept)),
  agree: typed => { code = typed; happen({ type: "agreed" }); connection.open(); },
  goOn: () => { code = ""; happen({ type: "goOn" }); },
  anew: () => { code = ""; connection.close(); happen({ type: "reset" }); happen({ type: "agreed" }); connection.open(); },
  restart,
  leave: go,
  close: () => { host.tell("close"); if (now.ended) keeper.set(undefined); },
  grown: height => { if (embedded === "inline") host.tell("size", height); },
}, idle, embedded === "bubble");
view.idleSaid = (ask: Ask) => { if (ask.idle) happen({ type: "idle", ask: ask.id, say: ask.idle.say }); };

const socket = here("socket");
socket.protocol = socket.protocol.replace("http", "ws");
const connection: Connection = new Connection({
  url: socket.href,
  open: url => new WebSocket(url, PROTOCOL),
  greet: () => now.token
    ? { type: "resume", token: now.token, after: stale ? 0 : now.seq }
    : { type: "start", agreed: true, flow, language, at, ...(code ? { code } : {}) },
  heard,
  lost: () => happen({ type: "offline" }),
  busy: () => happen({ type: "busy" }),
  back: () => happen({ type: "online" }),
});

function happen(what: Happening): void {
  const was = now;
  now = follow(now, what);
  if (now.token !== was.token) keeper.set(now.token);
  if (now.erased) connection.close();
  view.show(now);
}

function heard(frame: Incoming): void {
  if (frame.type === "problem" && frame.code === "unknown-conversation") return lost();
  if (frame.type === "problem" && connection.greetedBy(frame.id) && frame.code !== "unknown-flow") connection.later();
  const late = frame.type === "problem" && frame.code === "late" && frame.id !== undefined && frame.id === now.waiting;
  happen({ type: "frame", frame });
  if (late) { stale = true; return connection.again(); }
  switch (frame.type) {
    case "started": if (!frame.kept) code = ""; return;
    case "erased": erasing = false; return;
    case "summary": return show(frame);
    case "kept": return void (frame.code && frame.until ? rights(panels => panels.show(frame.code!, frame.until!)) : rights(panels => { view.tell(panels.unkept); return []; }));
    case "problem": return;
    case "turn": stale = false;
  }
  if (now.deed && now.deed !== done) act(now.deed);
  done = undefined;
}

/** The server does not know the conversation any more: it expired, or was erased elsewhere. */
function lost(): void {
  begin();
  view.tell(words.again, 10_000);
}

/** Back to the gate: another conversation needs another yes. */
function begin(): void {
  erasing = false;
  connection.close();
  happen({ type: "reset" });
}

const acts = {
  command: (name: "keep" | "unkeep") => command(name),
  erase: () => view.askErase(),
  back: () => view.cover(),
};

/** Panels that few people open come when they are wanted. */
async function rights(draw: (own: ReturnType<typeof import("./rights").panels>) => HTMLElement[]): Promise<void> {
  try {
    const { panels } = await import("./rights");
    view.cover(...draw(panels({ h, button, unique, keep, save, words }, acts)));
  } catch { view.tell(words.offline); }
}

function show(summary: Summary): void { void rights(panels => panels.see(summary)); }

function send(ask: Ask, answer: Answer): void {
  if (answer.deed === "leave") return go();
  if (answer.deed === "copy" || answer.deed === "save" || answer.deed === "print") act(done = answer.deed);
  happen({ type: "answered", text: answer.text, at: ask.at, frame: connection.send({ type: "answer", to: ask.id, value: answer.value }) });
}

function command(name: CommandName, at?: string): void {
  const to = (name === "skip" || name === "unsure") && now.ask ? { to: now.ask.id } : {};
  const frame = connection.send({ type: "command", name, ...to, ...(at ? { at } : {}) });
  erasing ||= name === "erase";
  switch (name) {
    case "skip": case "unsure": return happen({ type: "answered", text: words[name], at: now.ask?.at, frame });
    case "enough": case "help": return happen({ type: "answered", text: words[name], at: undefined, frame });
    case "back": case "change": case "restart": case "export": case "erase": case "keep": case "unkeep": return happen({ type: "commanded", frame });
  }
}

function act(deed: Deed): void {
  switch (deed) {
    case "leave": return go();
    case "help": return view.toggleHelp();
    case "erase": return now.erased || !now.token ? undefined : command("erase");
    case "copy": case "save": case "print": if (now.card) void view.keep(deed, cardText(now.card));
  }
}

function restart(): void {
  if (now.token && !now.erased && now.can.includes("restart")) return command("restart");
  begin();
}

/** Erases without the socket, which a page that goes away takes with it. The token is in a header: never in an address. */
function farewell(token: string | undefined): void {
  if (token) fetch(here("erase"), { method: "POST", keepalive: true, credentials: "omit", headers: { authorization: `Bearer ${token}` } }).catch(() => {});
}

function go(): void {
  leave({
    address: away || NEUTRAL,
    forget: () => {
      keeper.set(undefined);
      if (now.until) return; // the visitor wants it kept
      connection.last({ type: "command", name: "erase" });
      farewell(now.token);
    },
    tellHost: () => host.tell("leave"),
  });
}

watchShift(times => view.shifts(times, 3 - times), go);
if (embedded) document.documentElement.classList.add(embedded === "inline" ? "inline" : "bubble");
void help.load(here("helplines.json").href);
addEventListener("pagehide", () => { if (erasing) farewell(now.token); });
view.show(now);
if (now.token) connection.open();
