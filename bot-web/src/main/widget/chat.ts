import { Connection } from "./connection";
import { follow, fresh, type Conversation, type Happening } from "./conversation";
import type { Ask, CommandName, Deed, Incoming } from "./frames";
import { Help } from "./help";
import { Host } from "./host";
import type { Answer } from "./inputs/input";
import { Keeper } from "./keeper";
import { later } from "./later";
import { leave, watchShift } from "./leave";
import { View } from "./view";
import * as words from "words";

const PROTOCOL = "unsaid.v1";
/** So many sockets are tried before the page without any is offered. */
const TRIES = 3;
const NEUTRAL = "https://www.wikipedia.org/";

const { flow = "", title = "", home: away, idle = "30", kept = "30" } = document.body.dataset;
const language = document.documentElement.lang || "en";
if (/^(ar|dv|fa|he|ps|ur|yi)\b/.test(language)) document.documentElement.dir = "rtl";
const asked = new URLSearchParams(location.search);
const embedded = asked.get("embed");
/** The step that the page around opens the talk at. */
const at = asked.get("start") || undefined;
const here = (path: string): URL => new URL(`../${path}`, import.meta.url);
const help = new Help();
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
/** Sockets that were lost before any had an answer; no number any more once one had. */
let misses = 0;

const view = new View(document.getElementById("chat")!, help, {
  answer: (ask, answer) => send(ask, answer),
  write: (ask, text) => happen({ type: "answered", text, at: ask.at, frame: connection.send({ type: "answer", to: ask.id, text }) }),
  command: (name, at) => command(name, at),
  mine: async () => (await rights()).menu(),
  agree: typed => { code = typed; happen({ type: "agreed" }); connection.open(); },
  goOn: () => { code = ""; happen({ type: "goOn" }); },
  anew: () => { code = ""; connection.close(); happen({ type: "reset" }); happen({ type: "agreed" }); connection.open(); },
  restart,
  leave: go,
  look: () => void later(() => import("./display")).then(([{ display }, kit]) => view.cover(...display(() => view.cover(), kit)), () => view.tell(words.offline)),
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
  lost: () => { happen({ type: "offline" }); if (++misses === TRIES) simply(); },
  busy: () => happen({ type: "busy" }),
  back: () => { if (misses >= TRIES) view.note(); misses = NaN; happen({ type: "online" }); },
});

/** There is no way through by socket, it seems: some networks let none pass. */
function simply(): void {
  const fields: Record<string, string> = now.token ? { do: "show", token: now.token, language } : { door: at ?? "", language };
  void later(() => import("./simple")).then(([{ simple }, kit]) => view.note(simple(flow, fields, kit)), () => {});
}

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
    case "summary": return void open(own => own.see(frame));
    case "kept": return void open(own => { if (frame.code) return own.show(frame.code, frame.until!); view.tell(own.unkept); return []; });
    case "problem": return;
    case "turn": if (stale) view.tell(words.elsewhere, 10_000); stale = false;
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

/** Panels that few people open come when they are wanted. */
async function rights() {
  const [[{ panels }, { copy, save }], kit] = await later(() => Promise.all([import("./rights"), import("./card")]));
  return panels({ ...kit, copy, save }, { get can() { return now.can; }, get until() { return now.until; }, kept, command, cover: (...content) => view.cover(...content) });
}

async function open(draw: (own: Awaited<ReturnType<typeof rights>>) => HTMLElement[]): Promise<void> {
  try { view.cover(...draw(await rights())); } catch { view.tell(words.offline); }
}

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
    case "skip": return happen({ type: "answered", text: words.skip, at: now.ask?.at, frame });
    case "unsure": return happen({ type: "answered", text: words.unsure, at: now.ask?.at, frame });
    case "enough": return happen({ type: "answered", text: words.enough, at: undefined, frame });
    case "help": return happen({ type: "answered", text: words.help, at: undefined, frame });
    case "back": case "change": case "restart": case "export": case "erase": case "keep": case "unkeep": return happen({ type: "commanded", frame });
  }
}

function act(deed: Deed): void {
  switch (deed) {
    case "leave": return go();
    case "help": return view.toggleHelp();
    case "erase": return now.erased || !now.token ? undefined : command("erase");
    case "copy": case "save": case "print": if (now.card) void view.keep(deed, now.card);
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
