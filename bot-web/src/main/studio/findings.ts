import { h } from "../widget/dom";
import type { Finding } from "./server";

const ORDER = ["error", "warning", "note"];

/** What was found, in the words of `check`: that of this file first. */
export class Findings {
  readonly #list = h("ul", {});
  readonly #count = h("h2", {}, "Findings");
  readonly element = h("section", { class: "findings", "aria-label": "Findings" }, this.#count, this.#list);
  #shown = "";

  /** @param jump shows a place; the file is opened if it is another one */
  constructor(private readonly jump: (finding: Finding) => void) {}

  show(file: string, findings: Finding[]): void {
    const key = JSON.stringify([file, findings]);
    if (key === this.#shown) return;
    this.#shown = key;
    const own = findings.filter(each => each.file === file);
    const sorted = [...own, ...findings.filter(each => each.file !== file)].sort((a, b) => Number(a.file !== file) - Number(b.file !== file) || ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const others = findings.filter(each => each.file !== file);
    this.#count.textContent = `In this file ${summed(own)}${others.length ? `, in others ${summed(others)}` : ""}`;
    this.element.classList.toggle("clean", !findings.some(each => each.severity === "error"));
    this.#list.replaceChildren(...sorted.map(each => h("li", {}, this.#row(file, each))));
  }

  #row(file: string, finding: Finding): HTMLElement {
    const place = `${finding.file === file ? "" : `${finding.file}:`}${finding.line}:${finding.column}`;
    return h("button", { type: "button", class: finding.severity, onclick: () => this.jump(finding) },
      h("span", { class: "place" }, place), h("span", { class: "what" }, h("b", {}, finding.severity), ` ${finding.message} `, h("small", {}, finding.rule), h("span", { class: "way-out" }, finding.wayOut)));
  }

  focus(): void { this.#list.querySelector("button")?.focus(); }
}

function summed(findings: Finding[]): string {
  return ORDER.map(kind => [findings.filter(each => each.severity === kind).length, kind] as const).filter(([count]) => count).map(([count, kind]) => counted(count, kind)).join(", ") || "nothing";
}

export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
