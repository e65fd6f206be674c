import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";

/** Where things stand in a flow's source, by its syntax tree. It copes with what is half typed. */

/** What is not parsed yet is parsed now, if it takes no longer than this. */
const PATIENCE_MS = 150;

const tree = (state: EditorState, upto: number): ReturnType<typeof syntaxTree> => ensureSyntaxTree(state, upto, PATIENCE_MS) ?? syntaxTree(state);

export function text(state: EditorState, node: SyntaxNode): string {
  const raw = state.sliceDoc(node.from, node.to);
  try { return String(JSON.parse(raw)); } catch { return raw.replace(/^"|"$/g, ""); }
}

/** A property's name; undefined while there is none. */
export function key(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild("PropertyName");
  return name ? text(state, name) : undefined;
}

export function valueOf(property: SyntaxNode): SyntaxNode | undefined {
  const last = property.lastChild;
  return last && last.name !== "PropertyName" && !last.type.isError ? last : undefined;
}

export function member(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const property of object.getChildren("Property")) if (key(state, property) === name) return valueOf(property);
  return undefined;
}

/** What the tree says, as plain values: enough to ask which fields are there. */
export function plain(state: EditorState, node: SyntaxNode): unknown {
  switch (node.name) {
    case "Object": return Object.fromEntries(node.getChildren("Property").map(property => {
      const value = valueOf(property);
      return [key(state, property) ?? "", value && plain(state, value)];
    }));
    case "Array": return items(node).map(item => plain(state, item));
    case "String": return text(state, node);
    case "Number": return Number(state.sliceDoc(node.from, node.to));
    case "True": return true;
    case "False": return false;
    default: return null;
  }
}

export function items(array: SyntaxNode): SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = array.firstChild; child; child = child.nextSibling) if (!/^[[\],]$/.test(child.name) && !child.type.isError) all.push(child);
  return all;
}

function isStep(state: EditorState, object: SyntaxNode): boolean {
  const array = object.parent;
  return object.name === "Object" && array?.name === "Array" && array.parent?.name === "Property" && key(state, array.parent) === "steps";
}

/** The step that a position is in. */
export function stepAt(state: EditorState, position: number): { id: string; from: number; to: number } | undefined {
  for (let node: SyntaxNode | null = tree(state, position).resolveInner(position, 1); node; node = node.parent) {
    if (!isStep(state, node)) continue;
    const id = member(state, node, "id");
    if (id) return { id: text(state, id), from: node.from, to: node.to };
  }
  return undefined;
}

/** Every step in the order of the source, those inside of loops too. */
export function steps(state: EditorState): { id: string; from: number; to: number }[] {
  const all: { id: string; from: number; to: number }[] = [];
  tree(state, state.doc.length).iterate({
    enter: ref => {
      if (!isStep(state, ref.node)) return;
      const id = member(state, ref.node, "id");
      if (id) all.push({ id: text(state, id), from: ref.from, to: ref.to });
    },
  });
  return all;
}
