import { button, h } from "../widget/dom";
import { Editor } from "./editor";
import { Findings } from "./findings";
import { FlowList } from "./flows";
import { Graph } from "./graph";
import { Preview } from "./preview";
import { Completing, type Schema } from "./schema";
import * as server from "./server";
import { Refused, type Finding, type FlowState } from "./server";

type Layout = "source" | "graph" | "both";
const LAYOUTS: Record<Layout, string> = { source: "Source", both: "Both", graph: "Graph" };
const SHORTCUTS: [string, string][] = [
  ["Ctrl S", "Save"], ["F6, Shift F6", "Next pane, pane before: flows, source, graph, findings, talk"], ["Alt 1, 2, 3", "Source, both, graph"],
  ["Ctrl Space", "Complete a field, a value or a step"], ["F8", "Next finding"], ["Ctrl F", "Find in the source"], ["Tab", "Leaves the source, as everywhere"],
  ["Arrows, Enter", "In the graph: another step; talk from there"], ["Ctrl Enter", "Talk from the step the cursor is in"], ["Escape", "Close this"],
];
const MOST_NAMES = 20;
const TOLD_MS = 6_000;
const EXISTS = 412;

let flows: FlowState[] = [];
let file = "";
let tag = "";
let saved = "";
let revision = 0;
/** What somebody else made of the open file, while it has changes of one's own. */
let theirs: server.Opened | undefined;
let step: string | undefined;
/** Which graph is drawn, of which revision. */
let drawn = "";

const status = h("p", { class: "status", role: "status" });
const saving = h("button", { type: "button", class: "main", onclick: () => void save() }, "Save");
const conflict = h("div", { class: "conflict", role: "alert", hidden: true });
const crumb = h("p", { class: "crumb" });
const list = new FlowList(path => void guarded(() => open(path)));
const findings = new Findings(finding => void guarded(() => jump(finding)));
const graph = new Graph(id => { editor.show(id); void guarded(() => talk(id)); });
const preview = new Preview(keys);
const source = h("section", { class: "source", "aria-label": "Source" });
const middle = h("div", { class: "middle" }, source, graph.element);
const layouts = h("div", { class: "switch", role: "group", "aria-label": "Shown" },
  ...(Object.keys(LAYOUTS) as Layout[]).map(each => h("button", { type: "button", "data-layout": each, onclick: () => arrange(each) }, LAYOUTS[each])));
const from = h("p", { class: "from" });
const talks = h("section", { class: "talks", "aria-label": "Talk" },
  h("div", { class: "bar" }, button("From the beginning", () => void guarded(() => talk())), button("Save as a test", () => nameTest())), from, preview.element);
const shortcuts = h("dialog", { class: "sheet", "aria-labelledby": "keys" },
  h("h2", { id: "keys" }, "Keyboard"), h("dl", {}, ...SHORTCUTS.flatMap(([keys_, what]) => [h("dt", {}, keys_), h("dd", {}, what)])),
  h("div", { class: "row" }, button("Close", () => shortcuts.close(), "main")));
const naming = h("input", { type: "text", id: "test-name", maxlength: 120, autocomplete: "off", required: true });
const namer = h("dialog", { class: "sheet", "aria-labelledby": "naming" },
  h("form", { method: "dialog", onsubmit: event => { event.preventDefault(); void guarded(record); } },
    h("h2", { id: "naming" }, "Save this talk as a test"), h("p", {}, "From now on it must always go like this. Words that visitors wrote do not belong into a test."),
    h("label", { for: "test-name" }, "Name it with a sentence"), naming,
    h("div", { class: "row" }, h("button", { class: "main" }, "Save the test"), button("Cancel", () => namer.close()))));

document.body.replaceChildren(
  h("header", { "aria-label": "Workbench" }, h("h1", {}, "Workbench"), crumb, layouts, status, h("a", { href: "helplines" }, "Helplines"), button("Keyboard", () => shortcuts.showModal(), "quiet"), saving),
  conflict,
  h("main", {}, list.element, h("div", { class: "desk" }, middle, findings.element), talks),
  shortcuts, namer);

const editor = new Editor(source, {
  check: async text => {
    const path = file;
    const found = await server.check(path, text).catch(() => []);
    if (path === file) findings.show(file, found);
    return found;
  },
  changed: () => dirty(),
  stepped: id => { step = id; graph.choose(id); },
  save: () => void save(),
});

function isDirty(): boolean { return editor.text !== saved; }

function dirty(): void {
  saving.disabled = !isDirty();
  document.title = `${isDirty() ? "• " : ""}${title()}`;
}

function title(): string { return current()?.title ?? "Workbench"; }
function current(): FlowState | undefined { return flows.find(flow => file.startsWith(`${flow.id}/`)); }
const flowOf = (path: string): string => path.split("/")[0] ?? "";

let quiet = 0;
function tell(text: string, bad = false): void {
  clearTimeout(quiet);
  status.textContent = text;
  status.classList.toggle("bad", bad);
  if (!bad) quiet = setTimeout(() => { status.textContent = ""; }, TOLD_MS);
}

async function guarded(act: () => Promise<void>): Promise<void> {
  try { await act(); } catch (e) { if (!(e instanceof Refused)) throw e; tell(e.message, true); }
}

async function open(path: string): Promise<void> {
  if (path === file) return;
  if (file && isDirty() && !confirm("What you changed is not saved. Leave it?")) return;
  const opened = await server.open(path);
  const flowChanged = flowOf(path) !== flowOf(file);
  file = path;
  take(opened);
  editor.open(path, opened.text);
  show();
  history.replaceState(null, "", `#${path}`);
  if (!flowChanged) return;
  step = undefined;
  draw();
  preview.clear();
  await talk();
}

/** The text on disk is this one from now on. */
function take(opened: server.Opened): void {
  tag = opened.tag;
  saved = opened.text;
  theirs = undefined;
  conflict.hidden = true;
}

function show(): void {
  list.show(flows, file);
  crumb.textContent = file;
  dirty();
}

async function save(): Promise<void> {
  const text = editor.text;
  try {
    const done = await server.save(file, text, tag);
    take({ text, tag: done.tag });
    const followed = renewed(done.revision);
    findings.show(file, done.findings);
    tell(done.sound ? "Saved. The talk goes on with it." : "Saved with errors. Visitors and the talk stay with the version before.", !done.sound);
    dirty();
    await followed;
    await refresh();
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    if (e.status === EXISTS) return void guarded(disagree);
    tell(e.message, true);
  }
}

/** The talk follows a new revision, once, and before everything else. Undefined: it was known already. */
function renewed(to: number): Promise<void> | undefined {
  if (to <= revision) return undefined;
  revision = to;
  return preview.reload();
}

async function refresh(): Promise<void> {
  const now = await server.flows();
  flows = now.flows;
  void renewed(now.revision);
  show();
  draw();
}

/** Drawn only where it is seen: a large graph takes the server longer than all else. */
function draw(): void {
  drawn = middle.dataset.layout === "source" ? "" : `${flowOf(file)} ${revision}`;
  if (drawn) void graph.draw(flowOf(file));
}

/** A file has changed, here or in another editor. */
async function changed(to: number | undefined): Promise<void> {
  const newer = renewed(to ?? (await server.flows()).revision);
  if (!newer) return;
  await newer;
  await refresh();
  const opened = await server.open(file);
  if (opened.tag === tag) return;
  if (isDirty()) return ask(opened);
  take(opened);
  editor.replace(opened.text);
  dirty();
  tell("Changed elsewhere, and taken over.");
}

async function disagree(): Promise<void> { ask(await server.open(file)); }

function ask(opened: server.Opened): void {
  theirs = opened;
  conflict.hidden = false;
  conflict.replaceChildren(h("p", {}, `${file} was changed elsewhere too. Nothing is overwritten before you say so.`),
    button("Take theirs", () => { const other = theirs!; take(other); editor.replace(other.text); dirty(); editor.view.focus(); }),
    button("Keep mine", () => { tag = theirs!.tag; conflict.hidden = true; void save(); editor.view.focus(); }));
}

async function jump(finding: Finding): Promise<void> {
  if (finding.file !== file) await open(finding.file);
  if (finding.file !== file) return;
  if (middle.dataset.layout === "graph") arrange("source");
  editor.jump(finding.line, finding.column);
}

/** Talks from a step on; from the beginning without one. */
async function talk(id?: string): Promise<void> {
  from.textContent = id ? `Looking for a way to “${id}” …` : "";
  try {
    await preview.begin(flowOf(file), id);
    from.textContent = id ? `From “${id}”, with made-up answers.` : "";
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    from.textContent = e.message;
  }
}

function nameTest(): void {
  if (!preview.token) return tell("There is no talk to save. Begin one first.", true);
  naming.value = "";
  namer.showModal();
}

async function record(): Promise<void> {
  const name = naming.value.trim();
  const token = preview.token;
  if (!name || !token) return;
  const base = name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "talk";
  for (let number = 1; number <= MOST_NAMES; number++) {
    const as = `${base}${number === 1 ? "" : `-${number}`}.test.json`;
    try {
      await server.record(flowOf(file), token, name, as);
      namer.close();
      tell(`Saved as ${as}.`);
      return refresh();
    } catch (e) {
      if (!(e instanceof Refused && e.status === EXISTS)) throw e;
    }
  }
}

function arrange(layout: Layout): void {
  middle.dataset.layout = layout;
  for (const each of layouts.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each.dataset.layout === layout));
  localStorage.setItem("studio.layout", layout);
  if (file && layout !== "source" && drawn !== `${flowOf(file)} ${revision}`) draw();
  graph.choose(step);
}

const panes: { place: HTMLElement; focus(): void }[] = [
  { place: list.element, focus: () => list.focus() }, { place: source, focus: () => editor.view.focus() }, { place: graph.element, focus: () => graph.focus() },
  { place: findings.element, focus: () => findings.focus() }, { place: talks, focus: () => preview.focus() },
];

function keys(event: KeyboardEvent): void {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === "F6") { event.preventDefault(); return pane(event.shiftKey ? -1 : 1); }
  if (ctrl && event.key.toLowerCase() === "s") { event.preventDefault(); if (isDirty()) void save(); }
  if (ctrl && event.key === "Enter" && step && source.contains(document.activeElement)) { event.preventDefault(); void guarded(() => talk(step)); }
  const layout = event.altKey && !ctrl ? (Object.keys(LAYOUTS) as Layout[])[Number(event.code.replace("Digit", "")) - 1] : undefined;
  if (layout) { event.preventDefault(); arrange(layout); }
}

function pane(by: number): void {
  const shown = panes.filter(({ place }) => place.checkVisibility() && (place !== findings.element || place.querySelector("button")));
  const at = shown.findIndex(({ place }) => place.contains(document.activeElement));
  shown[(at + by + shown.length) % shown.length]?.focus();
}

addEventListener("keydown", keys);
addEventListener("beforeunload", event => { if (isDirty()) event.preventDefault(); });
addEventListener("hashchange", () => void guarded(() => open(decodeURIComponent(location.hash.slice(1)))));

async function start(): Promise<void> {
  const wished = localStorage.getItem("studio.layout") as Layout | null;
  arrange(wished && wished in LAYOUTS ? wished : "source");
  const now = await server.flows();
  flows = now.flows;
  revision = now.revision;
  const known = await server.schema();
  if (known) editor.complete(new Completing(known as Schema).source);
  const hash = decodeURIComponent(location.hash.slice(1));
  const first = flows.find(flow => flow.id !== "safety") ?? flows[0];
  const wish = flows.some(flow => flow.files.some(name => `${flow.id}/${name}` === hash)) ? hash : first ? `${first.id}/flow.json` : "";
  if (wish) await open(wish);
  server.watch(to => void guarded(() => changed(to)));
}

void guarded(start);
