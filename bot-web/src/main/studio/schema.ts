import { insertCompletionText, snippet, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { key, plain, steps } from "./places";

/** As much of JSON Schema as the flow's schema uses. */
export interface Schema {
  $ref?: string; $defs?: Record<string, Schema>; type?: string | string[]; description?: string; properties?: Record<string, Schema>;
  required?: string[]; items?: Schema; additionalProperties?: boolean | Schema; enum?: unknown[]; const?: unknown;
  if?: Schema; then?: Schema; else?: Schema; allOf?: Schema[];
}

const TARGET = "#/$defs/target";

/** Completes fields and values from the flow's schema, and steps where a step is meant. */
export class Completing {
  readonly #root: Schema;

  constructor(root: Schema) { this.#root = root; }

  readonly source = (context: CompletionContext): CompletionResult | null => {
    const { state, pos } = context;
    const node = syntaxTree(state).resolveInner(pos, -1);
    if (node.name === "PropertyName") return this.#names(state, node.parent!.parent!, node.from, node.to);
    if (node.name === "String") return this.#values(state, node, node.from, node.to);
    const word = context.matchBefore(/[\w"-]+/);
    const from = word?.from ?? pos;
    if (!word && !context.explicit) return null;
    const property = node.name === "Property" ? node : node.parent?.name === "Property" && node.type.isError ? node.parent : undefined;
    if (property && /:\s*$/.test(state.sliceDoc(property.from, from))) return this.#given(state, this.#at(state, property, true), from, pos);
    for (let around: SyntaxNode | null = node; around; around = around.parent) {
      if (around.name === "Object") return this.#names(state, around, from, pos);
      if (around.name === "Array") return this.#given(state, this.#inside(this.#at(state, around, true)), from, pos);
    }
    return null;
  };

  #names(state: EditorState, object: SyntaxNode, from: number, to: number): CompletionResult | null {
    const there = new Set(object.getChildren("Property").filter(each => each.from !== from).map(each => key(state, each)));
    const known = new Map<string, Schema>();
    for (const schema of this.#at(state, object, false)) for (const [name, of] of Object.entries(schema.properties ?? {})) if (!known.has(name)) known.set(name, of);
    const options = [...known].filter(([name]) => !there.has(name)).map(([name, of]): Completion => ({
      label: `"${name}"`, displayLabel: name, type: "property", detail: this.#kind(of), info: this.#said(of), apply: this.#field(name, of),
    }));
    return options.length ? { from, to, options, validFor: /^"?[\w-]*"?$/ } : null;
  }

  /** Writes a field with its colon and an empty value, and puts the cursor into that; or only the name where a value follows. */
  #field(name: string, of: Schema): Completion["apply"] {
    const kind = this.#kind(of);
    const value = kind.startsWith("list") ? "[${}]" : kind.startsWith("object") ? "{ ${} }" : kind.startsWith("text") ? '"${}"' : "${}";
    return (view, completion, from, to) => {
      const follows = /^\s*:/.test(view.state.sliceDoc(to, to + 9));
      if (follows) view.dispatch(insertCompletionText(view.state, `"${name}"`, from, to));
      else snippet(`"${name}": ${value}`)(view, completion, from, to);
    };
  }

  #values(state: EditorState, node: SyntaxNode, from: number, to: number): CompletionResult | null {
    const parent = node.parent!;
    const schemas = parent.name === "Property" ? this.#at(state, parent, true) : this.#inside(this.#at(state, parent, true));
    return this.#given(state, schemas, from, to);
  }

  #given(state: EditorState, schemas: Schema[], from: number, to: number): CompletionResult | null {
    const words = new Map<string, Completion>();
    const add = (value: unknown, info?: string): void => { const label = JSON.stringify(value); words.set(label, { label, type: "enum", ...(info ? { info } : {}) }); };
    for (const schema of schemas) {
      schema.enum?.forEach(value => add(value, schema.description));
      if (schema.const !== undefined) add(schema.const, schema.description);
      if (schema.type === "boolean") { add(true); add(false); }
      if (schema === this.#deref({ $ref: TARGET })) {
        for (const step of steps(state)) add(step.id, "a step of this flow");
        add("@return"); add("@next");
      }
    }
    return words.size ? { from, to, options: [...words.values()], validFor: /^"?[@\w-]*"?$/ } : null;
  }

  /** All schemas that count at a node; at a property, those of its value if that is wanted. */
  #at(state: EditorState, node: SyntaxNode, value: boolean): Schema[] {
    if (node.name === "Property") {
      const around = this.#at(state, node.parent!, false);
      return value ? this.#member(around, key(state, node) ?? "") : around;
    }
    const parent = node.parent;
    if (!parent || parent.name === "JsonText") return this.#open(this.#root, plain(state, node));
    const own = parent.name === "Property"
      ? this.#member(this.#at(state, parent.parent!, false), key(state, parent) ?? "")
      : this.#inside(this.#at(state, parent, true));
    return own.flatMap(schema => this.#open(schema, plain(state, node)));
  }

  #member(schemas: Schema[], name: string): Schema[] {
    return schemas.flatMap(schema => {
      const of = schema.properties?.[name] ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined);
      return of ? this.#open(of, undefined) : [];
    });
  }

  #inside(schemas: Schema[]): Schema[] { return schemas.flatMap(schema => schema.items ? this.#open(schema.items, undefined) : []); }

  /** A schema with all that follows from it for a value; where nothing is decided yet, everything that may follow. */
  #open(schema: Schema, value: unknown): Schema[] {
    const own = this.#deref(schema);
    const all = [own];
    for (const part of own.allOf ?? []) all.push(...this.#open(part, value));
    if (own.if) {
      const holds = this.#holds(own.if, value);
      if (own.then && holds !== false) all.push(...this.#open(own.then, value));
      if (own.else && holds !== true) all.push(...this.#open(own.else, value));
    }
    return all;
  }

  /** Undefined: it may become so while more is typed. */
  #holds(condition: Schema, value: unknown): boolean | undefined {
    if (condition.type === "string" || condition.type === "object") return value == null ? undefined : condition.type === (Array.isArray(value) ? "array" : typeof value);
    if (!value || typeof value !== "object") return undefined;
    const object = value as Record<string, unknown>;
    for (const [name, of] of Object.entries(condition.properties ?? {})) {
      const wanted = of.const !== undefined ? [of.const] : of.enum;
      if (wanted && object[name] !== undefined) return wanted.includes(object[name]);
    }
    return condition.required?.every(name => name in object) ? true : undefined;
  }

  #deref(schema: Schema): Schema {
    const name = schema.$ref?.replace("#/$defs/", "");
    return name ? this.#root.$defs?.[name] ?? schema : schema;
  }

  #said(schema: Schema): string | undefined { return schema.description ?? this.#deref(schema).description; }

  #kind(schema: Schema): string {
    const own = this.#deref(schema);
    const types = own.type === undefined ? [] : [own.type].flat();
    const words: Record<string, string> = { string: "text", array: "list", object: "object", integer: "number", number: "number", boolean: "true or false", null: "null" };
    return types.map(type => words[type] ?? type).join(" or ") || (own.properties ? "object" : "");
  }
}

