type Child = Node | string | false | null | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** Builds an element. A text child is always text; `on…` attributes are listeners; false and undefined are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

export function button(label: string, press: () => void, className = ""): HTMLButtonElement {
  return h("button", { type: "button", class: className || null, onclick: press }, label);
}

/** A drawing of one path in a 24 × 24 box, hidden from assistive technology. */
export function icon(path: string): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

let count = 0;
export const unique = (): string => `i${++count}`;

/** A field that no browser service reads along with. */
export const discreet = { autocomplete: "off", autocorrect: "off", spellcheck: "false" } as const;

/** Nothing moves and nothing pauses: the visitor wishes it so, or an author tries a flow. */
export const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches || location.search === "?still";
