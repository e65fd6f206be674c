import { cardText } from "./card";
import { Connection } from "./connection";
import { follow, fresh, type Conversation, type Happening } from "./conversation";
import type { Ask, CommandName, Deed, Incoming } from "./frames";
import { Help } from "./help";
import { Host } from "./host";
import type { Answer } from "./inputs/input";
import { Keeper } from "./keeper";
import { leave, watchShift } from "./leave";
import { View } from "./view";
import { wordsIn } from "./words";

const PROTOCOL = "unsaid.v1";
const NEUTRAL = "https://www.wikipedia.org/";

const { flow = "", title = "", home: away } = document.body.dataset;
const language = document.documentElement.lang || "en";
if (/^(ar|dv|fa|he|ps|ur|yi)\b/.test(language)) document.documentElement.dir = "rtl";
const embedded = new URLSearchParams(location.search).get("embed");
const here = (path: string): URL => new URL(`../${path}`, import.meta.url);
const words = await wordsIn(language);
const help = new Help(words);
const host = new Host();
const keeper = new Keeper(`c.${flow}`);

let now: Conversation = { ...fresh, title, token: keeper.get() };
/** A deed of the present card that the tap itself already did: the browser allows some only then. */
let done: Deed | undefined;

const view = new View(document.getElementById("chat")!, words, help, {
  answer: (ask, answer) => send(ask, answer),
  write: (ask, text) => happen({ type: "answered", text, at: ask.at, frame: connection.send({ type: "answer", to: ask.id, text }) }),
  command: (name, at) => command(name, at),
  restart,
  leave: go,
  close: () => { host.tell("close"); if (now.ended) keeper.set(undefined); },
  grown: height => { if (embedded === "inline") host.tell("size", height); },
}, embedded === "bubble");
view.idleSaid = (ask: Ask) => { if (ask.idle) happen({ type: "idle", ask: ask.id, say: ask.idle.say }); };

const socket = here("socket");
socket.protocol = socket.protocol.replace("http", "ws");
const connection: Connection = new Connection({
  url: socket.href,
  open: url => new WebSocket(url, PROTOCOL),
  greet: () => now.token ? { type: "resume", token: now.token, after: now.seq } : { type: "start", flow, language },
  heard,
  lost: () => happen({ type: "offline" }),
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
  happen({ type: "frame", frame });
  if (now.summary) void view.keep("save", now.summary.text);
  if (frame.type !== "turn") return;
  if (now.deed && now.deed !== done) act(now.deed);
  done = undefined;
}

/** The server does not know the conversation any more: it expired, or was erased elsewhere. */
function lost(): void {
  happen({ type: "reset" });
  connection.anew();
  view.tell(words.again, 10_000);
}

function send(ask: Ask, answer: Answer): void {
  if (answer.deed === "leave") return go();
  if (answer.deed === "copy" || answer.deed === "save" || answer.deed === "print") act(done = answer.deed);
  happen({ type: "answered", text: answer.text, at: ask.at, frame: connection.send({ type: "answer", to: ask.id, value: answer.value }) });
}

function command(name: CommandName, at?: string): void {
  const to = (name === "skip" || name === "unsure") && now.ask ? { to: now.ask.id } : {};
  const frame = connection.send({ type: "command", name, ...to, ...(at ? { at } : {}) });
  switch (name) {
    case "skip": case "unsure": return happen({ type: "answered", text: words[name], at: now.ask?.at, frame });
    case "enough": case "help": return happen({ type: "answered", text: words[name], at: undefined, frame });
    case "back": case "change": case "restart": case "export": case "erase": return happen({ type: "commanded", frame });
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
  happen({ type: "reset" });
  connection.anew();
}

function go(): void {
  leave({
    address: away || NEUTRAL,
    forget: () => { keeper.set(undefined); connection.last({ type: "command", name: "erase" }); },
    tellHost: () => host.tell("leave"),
  });
}

watchShift(times => view.shifts(times, 3 - times), go);
if (embedded) document.documentElement.classList.add(embedded === "inline" ? "inline" : "bubble");
void help.load(here("helplines.json").href);
view.show(now);
connection.open();
