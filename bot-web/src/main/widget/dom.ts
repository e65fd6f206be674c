type Child = Node | string | false | null | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** Builds an element. A text child is always text; `on…` attributes are listeners; false and undefined are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value as string);
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

/** A button with a text, or with something that is named by a label. */
export const button = (content: string | Node, press: () => void, className?: string, label?: string): HTMLButtonElement =>
  h("button", { type: "button", class: className, "aria-label": label, onclick: press }, content);

/** A drawing of one path in a 24 × 24 box, hidden from assistive technology. */
export function icon(path: string): SVGElement {
  const draw = (tag: string, name: string, value: string): SVGElement => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag) as SVGElement;
    element.setAttribute(name, value);
    return element;
  };
  const svg = draw("svg", "viewBox", "0 0 24 24");
  svg.ariaHidden = "true";
  svg.append(draw("path", "d", path));
  return svg;
}

let count = 0;
export const unique = (): string => `i${++count}`;

/** A field that no browser service reads along with. */
export const discreet = { autocomplete: "off", autocorrect: "off", spellcheck: "false" } as const;

/** Nothing moves and nothing pauses: the visitor wishes it so, or an author tries a flow. */
export const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches || location.search === "?still";
