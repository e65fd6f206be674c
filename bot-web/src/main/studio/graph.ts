import { button, h } from "../widget/dom";
import * as server from "./server";
import type { Shown } from "./server";

const LEGENDS: Record<Shown, string> = {
  flow: "Press a step to talk from there, with answers made up on the way.",
  tests: "Dotted arrows no test takes, broken frames none comes to; 2/3: two of three options tapped.",
  walks: "Of 300 made-up talks, how many come here. Visitors are not counted.",
};
const NAMES: Record<Shown, string> = { flow: "Steps", tests: "Tests", walks: "Drop-off" };
const STEP = 1.25;
const SMALLEST = 0.2;
const LARGEST = 3;
const ARROWS: Record<string, [number, number]> = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };

/** The flow as a picture. One step is in the tab order; arrow keys go on to its neighbours. */
export class Graph {
  readonly #place = h("div", { class: "picture" });
  readonly #legend = h("p", { class: "legend" }, LEGENDS.flow);
  readonly #shows: HTMLElement;
  readonly element: HTMLElement;
  #flow = "";
  #shown: Shown = "flow";
  #step = "";
  #size = 1;

  /** @param go talks from a step on */
  constructor(private readonly go: (step: string) => void) {
    this.#shows = h("div", { class: "switch", role: "group", "aria-label": "Shown on the graph" },
      ...(Object.keys(NAMES) as Shown[]).map(each => h("button", { type: "button", "aria-pressed": each === "flow" ? "true" : "false", onclick: () => this.#show(each) }, NAMES[each])));
    const zoom = h("div", { class: "switch", role: "group", "aria-label": "Size" },
      button("−", () => this.#zoom(1 / STEP)), button("Fit", () => this.#fit()), button("+", () => this.#zoom(STEP)));
    zoom.firstElementChild!.setAttribute("aria-label", "Smaller");
    zoom.lastElementChild!.setAttribute("aria-label", "Larger");
    this.element = h("section", { class: "graph", "aria-label": "Graph" }, h("div", { class: "bar" }, this.#shows, this.#legend, zoom), this.#place);
  }

  /** Draws a flow; nothing while it has never been without an error. */
  async draw(flow: string): Promise<void> {
    this.#flow = flow;
    try {
      const picture = new DOMParser().parseFromString(await server.graph(flow, this.#shown), "image/svg+xml").documentElement;
      if (this.#flow !== flow) return;
      const scroll = [this.#place.scrollLeft, this.#place.scrollTop] as const;
      const focused = this.#place.contains(document.activeElement);
      this.#place.replaceChildren(document.importNode(picture, true));
      this.#resize();
      this.#place.scrollTo(...scroll);
      this.#steps().forEach(step => this.#wake(step));
      this.#rove(focused);
      this.choose(this.#step || undefined);
    } catch (e) {
      this.#place.replaceChildren(h("p", { class: "empty" }, e instanceof server.Refused ? e.message : "The graph could not be drawn."));
    }
  }

  /** Marks a step and brings it into sight. */
  choose(step: string | undefined): void {
    this.#step = step ?? "";
    this.#rove(false);
    const found = this.#steps().find(each => each.dataset.step === step);
    const box = found?.getBoundingClientRect();
    const around = this.#place.getBoundingClientRect();
    if (box && (box.top < around.top || box.bottom > around.bottom || box.left < around.left || box.right > around.right)) found?.scrollIntoView({ block: "center", inline: "center" });
  }

  #zoom(by: number): void {
    this.#size = Math.min(LARGEST, Math.max(SMALLEST, this.#size * by));
    this.#resize();
  }

  /** As wide as the place is; never larger than life. */
  #fit(): void {
    const wide = this.#picture()?.viewBox.baseVal.width ?? 1;
    this.#size = 1;
    this.#zoom(Math.min(1, (this.#place.clientWidth - 24) / wide));
  }

  #picture(): SVGSVGElement | null { return this.#place.querySelector("svg"); }

  #resize(): void {
    const picture = this.#picture();
    if (!picture) return;
    picture.setAttribute("width", String(picture.viewBox.baseVal.width * this.#size));
    picture.setAttribute("height", String(picture.viewBox.baseVal.height * this.#size));
  }

  #steps(): SVGGElement[] { return [...this.#place.querySelectorAll<SVGGElement>("[data-step]")]; }

  #wake(step: SVGGElement): void {
    step.setAttribute("role", "button");
    step.addEventListener("click", () => this.#take(step));
    step.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); this.#take(step); }
      const way = ARROWS[event.key];
      if (way) { event.preventDefault(); this.#neighbour(step, way)?.focus(); }
    });
    step.addEventListener("focus", () => this.#steps().forEach(each => each.setAttribute("tabindex", each === step ? "0" : "-1")));
  }

  #take(step: SVGGElement): void {
    const id = step.dataset.step!;
    this.choose(id);
    this.go(id);
  }

  /** The nearest step in a direction; what lies aside counts double. */
  #neighbour(from: SVGGElement, [x, y]: [number, number]): SVGGElement | undefined {
    const middle = (step: SVGGElement): [number, number] => { const box = step.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; };
    const [fx, fy] = middle(from);
    let best: SVGGElement | undefined;
    let least = Infinity;
    for (const step of this.#steps()) {
      const [sx, sy] = middle(step);
      const ahead = (sx - fx) * x + (sy - fy) * y;
      const aside = Math.abs((sx - fx) * y) + Math.abs((sy - fy) * x);
      if (step !== from && ahead > 1 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = step; }
    }
    return best;
  }

  #rove(focus: boolean): void {
    const all = this.#steps();
    const chosen = all.find(each => each.dataset.step === this.#step);
    all.forEach(each => { each.classList.toggle("chosen", each === chosen); each.setAttribute("tabindex", each === (chosen ?? all[0]) ? "0" : "-1"); });
    if (focus) (chosen ?? all[0])?.focus();
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#legend.textContent = LEGENDS[shown];
    [...this.#shows.children].forEach((each, at) => each.setAttribute("aria-pressed", String(Object.keys(NAMES)[at] === shown)));
    void this.draw(this.#flow);
  }

  focus(): void { this.#steps().find(each => each.getAttribute("tabindex") === "0")?.focus(); }
}
