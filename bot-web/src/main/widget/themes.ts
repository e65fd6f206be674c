import { COLOURS, type Look } from "./colours";

/** Colours by day and by night, in the order of {@link COLOURS}. A test holds every pair to WCAG AA. */
export const themes: Record<string, [day: string, night: string]> = {
  paper: ["#faf6ef #fffdf9 #2a2622 #665d54 #8a8075 #e6ddd0 #2d5a50 #fffdf9 #e1eae2 #8a3b22", "#1a1816 #242120 #ebe4d9 #ada295 #82786d #332f2b #a3ccbb #13201b #2a3631 #f0b49c"],
  linen: ["#f0f4f7 #fbfcfd #21272e #515962 #77818d #d7dfe7 #3c4e66 #fbfcfd #d7dfe9 #873b28", "#181a1b #202224 #e2e5e8 #a5a8ab #79818a #2e3133 #b3c2d7 #171d25 #2f363f #f7b198"],
  dusk: ["#f5f2fc #fcfbff #282431 #5a5565 #837d8f #e0dbeb #4d437a #fcfbfe #dddbf2 #873b28", "#1a181d #222026 #e5e3eb #a9a6af #827d8d #312f37 #c0baea #1d1a2d #353247 #f7b198"],
  sea: ["#eaf6f9 #f8fdfe #182a2e #485c61 #6d858b #cfe2e7 #0d556c #f9fcfe #cde2eb #873b28", "#141b1c #1c2325 #dde7e9 #9eaaad #718489 #293235 #9ac9dd #0c2028 #243941 #f7b198"],
  clay: ["#fff0ea #fffaf8 #32221b #67534a #927a70 #eed9d0 #79371e #fffbf9 #f4d7cd #873b28", "#1f1815 #28201c #ede2dd #b2a49f #8f7b73 #382e29 #ecb19d #2d160e #472e26 #f7b198"],
  moss: ["#f1f6ea #fbfdf8 #23291b #545b4a #7c8470 #dae1d0 #36572f #fafdf9 #d5e3d2 #873b28", "#181a15 #20231c #e2e6dd #a5aa9f #7c8372 #2e3229 #aecaa8 #152013 #2d392b #f7b198"],
};

/** A colour of a theme by day. */
export const colour = (theme: string, name: (typeof COLOURS)[number]): string => themes[theme]![0].split(" ")[COLOURS.indexOf(name)]!;

const TEXT = 4.5;
const EDGE = 3;
const READ: [string, string, number][] = [
  ["ink", "paper", TEXT], ["ink", "raised", TEXT], ["ink", "mine", TEXT], ["ink", "hair", TEXT], ["muted", "paper", TEXT], ["muted", "raised", TEXT],
  ["accent", "paper", TEXT], ["accent", "raised", TEXT], ["on-accent", "accent", TEXT], ["warn", "paper", TEXT], ["warn", "raised", TEXT],
  ["line", "paper", EDGE], ["line", "raised", EDGE],
];

const rule = (colours: string[]): string => `:root{${colours.map((colour, i) => `--${COLOURS[i]}:${colour}`).join(";")}}`;

function wear(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

/** Puts a theme on; one that is not known changes nothing. */
export function dress(name: string): void {
  if (!Object.hasOwn(themes, name)) return;
  const [day, night] = themes[name]!.map(colours => colours.split(" ")) as [string[], string[]];
  wear(rule(day.map((colour, i) => `light-dark(${colour},${night[i]})`)));
}

/** Puts the colours of the page around on, unless words could not be read in them. */
export function paint(look: Look): void {
  const own = COLOURS.filter(name => typeof look[name] === "string" && CSS.supports("color", look[name]));
  const sheet = wear(`:root{${own.map(name => `--${name}:${look[name]}`).join(";")}}`);
  const check = (): void => { sheet.disabled = false; sheet.disabled = !readable(); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", check);
  check();
}

function readable(): boolean {
  const probe = document.body.appendChild(document.createElement("i"));
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const light = (name: string): number => {
    probe.style.color = `var(--${name})`;
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r! + .7152 * g! + .0722 * b! + .05;
  };
  const fine = READ.every(([one, other, least]) => {
    const [a, b] = [light(one), light(other)];
    return Math.max(a, b) / Math.min(a, b) >= least;
  });
  probe.remove();
  return fine;
}
