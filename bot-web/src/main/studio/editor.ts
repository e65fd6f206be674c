import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { linter, lintGutter, lintKeymap, type Diagnostic, forceLinting } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, type DecorationSet } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { stepAt, steps } from "./places";
import type { Finding } from "./server";

/** After so much silence what was typed is checked. */
const QUIET_MS = 200;

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--accent)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--warn)" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--muted)" },
]);

const loading = Annotation.define<boolean>();
const mark = StateEffect.define<{ from: number; to: number } | null>();
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(was, change) {
    let now = was.map(change.changes);
    for (const effect of change.effects) if (effect.is(mark)) now = effect.value ? lines(change.state, effect.value) : Decoration.none;
    return now;
  },
  provide: field => EditorView.decorations.from(field),
});

function lines(state: EditorState, { from, to }: { from: number; to: number }): DecorationSet {
  const all = [];
  for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
    all.push(Decoration.line({ class: "chosen-step" }).range(line.from));
    if (line.to >= to || line.number === state.doc.lines) return Decoration.set(all);
  }
}

/** What the editor tells. */
export interface Acts {
  /** Findings in what is typed now, in all files. */
  check(text: string): Promise<Finding[]>;
  changed(): void;
  /** The cursor came into another step. */
  stepped(id: string | undefined): void;
  save(): void;
}

/** The source of one file. Tab leaves it; nothing in it keeps the keyboard. */
export class Editor {
  readonly view: EditorView;
  readonly #completing = new Compartment();
  #file = "";
  #step: string | undefined;

  constructor(place: HTMLElement, private readonly acts: Acts) {
    this.view = new EditorView({ parent: place, state: this.#state("") });
  }

  #state(doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        EditorView.cspNonce.of(document.body.dataset.nonce ?? ""),
        EditorView.contentAttributes.of({ "aria-label": "Source", tabindex: "0" }),
        lineNumbers(), foldGutter(), lintGutter(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(),
        highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), search({ top: true }), indentUnit.of("  "), EditorView.lineWrapping,
        json(), syntaxHighlighting(colours), marked, this.#completing.of([]),
        autocompletion({ icons: false }),
        linter(view => this.#lint(view), { delay: QUIET_MS }),
        keymap.of([
          { key: "Mod-s", preventDefault: true, run: () => { this.acts.save(); return true; } },
          ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap,
        ]),
        EditorView.updateListener.of(update => {
          if (update.docChanged && !update.transactions.some(each => each.annotation(loading))) this.acts.changed();
          if (update.docChanged || update.selectionSet) this.#tellStep();
        }),
      ],
    });
  }

  complete(source: CompletionSource): void {
    this.#source = source;
    this.view.dispatch({ effects: this.#completing.reconfigure(jsonLanguage.data.of({ autocomplete: source })) });
  }
  #source: CompletionSource | undefined;

  /** Shows another file, with a history of its own. */
  open(file: string, text: string): void {
    this.#file = file;
    this.#step = undefined;
    this.view.setState(this.#state(text));
    if (this.#source) this.complete(this.#source);
    forceLinting(this.view);
  }

  /** Takes over what somebody else made of the file; the cursor stays as near as it can. */
  replace(text: string): void {
    const old = this.text;
    let from = 0;
    while (from < old.length && from < text.length && old[from] === text[from]) from++;
    let tail = 0;
    while (tail < old.length - from && tail < text.length - from && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
    this.view.dispatch({ changes: { from, to: old.length - tail, insert: text.slice(from, text.length - tail) }, annotations: loading.of(true) });
  }

  get text(): string { return this.view.state.doc.toString(); }

  /** Puts the cursor to a place, counted from 1, and shows it. */
  jump(line: number, column: number): void {
    const { doc } = this.view.state;
    const found = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.#select(Math.min(found.from + column - 1, found.to));
    this.view.focus();
  }

  /** Shows a step, and marks it. */
  show(id: string): void {
    const step = steps(this.view.state).find(each => each.id === id);
    if (!step) return;
    this.#step = id;
    this.#select(step.from + 1);
    this.view.dispatch({ effects: mark.of(step) });
  }

  #select(at: number): void {
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
  }

  #tellStep(): void {
    const step = stepAt(this.view.state, this.view.state.selection.main.head);
    if (step?.id === this.#step) return;
    this.#step = step?.id;
    queueMicrotask(() => this.view.dispatch({ effects: mark.of(step ?? null) }));
    this.acts.stepped(step?.id);
  }

  async #lint(view: EditorView): Promise<Diagnostic[]> {
    if (!this.#file) return [];
    const file = this.#file;
    const found = await this.acts.check(view.state.doc.toString());
    return found.filter(each => each.file === file).map(each => this.#diagnostic(view.state, each));
  }

  #diagnostic(state: EditorState, finding: Finding): Diagnostic {
    const line = state.doc.line(Math.min(Math.max(1, finding.line), state.doc.lines));
    const from = Math.min(line.from + finding.column - 1, line.to);
    const node = syntaxTree(state).resolveInner(from, 1);
    const to = /^(String|PropertyName|Number|True|False|Null)$/.test(node.name) && node.from === from ? node.to : Math.min(from + 1, state.doc.length);
    return { from: Math.min(from, to), to, severity: finding.severity === "note" ? "info" : finding.severity, source: finding.rule, message: `${finding.message}\n${finding.wayOut}` };
  }
}
