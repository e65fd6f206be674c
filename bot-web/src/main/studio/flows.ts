import { h } from "../widget/dom";
import { counted } from "./findings";
import type { FlowState } from "./server";

/** All flows with their health; under the open one its files. */
export class FlowList {
  readonly #list = h("ul", {});
  readonly element = h("nav", { class: "flows", "aria-label": "Flows" }, h("h2", {}, "Flows"), this.#list);

  constructor(private readonly open: (file: string) => void) {}

  show(flows: FlowState[], file: string): void {
    const focused = this.element.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.file : undefined;
    this.#list.replaceChildren(...flows.map(flow => h("li", {}, this.#flow(flow, file), file.startsWith(`${flow.id}/`) && this.#files(flow, file))));
    if (focused) this.#list.querySelector<HTMLElement>(`[data-file="${CSS.escape(focused)}"]`)?.focus();
  }

  #flow(flow: FlowState, file: string): HTMLElement {
    const open = file.startsWith(`${flow.id}/`);
    const health = flow.errors ? "bad" : flow.warnings || Object.keys(flow.failed).length ? "fair" : "good";
    return h("button", { type: "button", class: `flow ${health}`, "data-file": `${flow.id}/flow.json`, "aria-current": open ? "true" : null, onclick: () => this.open(`${flow.id}/flow.json`) },
      h("span", { class: "dot", "aria-hidden": "true" }), h("span", { class: "title" }, flow.title), h("span", { class: "state" }, stateOf(flow)));
  }

  #files(flow: FlowState, file: string): HTMLElement {
    return h("ul", { class: "files" }, ...flow.files.map(name => {
      const path = `${flow.id}/${name}`;
      return h("li", {}, h("button", { type: "button", "data-file": path, "aria-current": path === file ? "page" : null, onclick: () => this.open(path) }, name.replace(/\.json$/, "")));
    }), ...Object.entries(flow.failed).map(([name, why]) => h("li", { class: "failed" }, h("b", {}, name), h("span", {}, why))));
  }

  focus(): void { this.#list.querySelector<HTMLElement>("[aria-current], button")?.focus(); }
}

function stateOf(flow: FlowState): string {
  const failed = Object.keys(flow.failed).length;
  const found = [flow.errors ? counted(flow.errors, "error") : "", flow.warnings ? counted(flow.warnings, "warning") : ""].filter(Boolean).join(", ") || "sound";
  const tests = flow.tests === 0 ? "no test" : flow.waiting ? `${counted(flow.tests, "test")} waiting` : failed ? `${failed} of ${counted(flow.tests, "test")} failed` : `${counted(flow.tests, "test")} passed`;
  const covered = flow.waiting ? "" : `${flow.steps.filter(step => flow.visited.includes(step)).length} of ${counted(flow.steps.length, "step")} tested`;
  return [found, tests, covered, flow.reviewed ? "reviewed" : "a preview"].filter(Boolean).join(" · ");
}
