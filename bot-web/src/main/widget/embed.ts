// The owner's page `/embed`: shows a talk as it will look and writes the line for it.
import { h } from "./dom";
import { colour, themes } from "./themes";

const page = document.body.dataset;
const form = document.querySelector("form")!;
const line = document.querySelector("textarea")!;
const frame = document.querySelector("iframe")!;
const told = document.querySelector("[role=status]")!;
const at = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
const origin = new URL(".", location.href).href.replace(/\/$/, "");

for (const [id, title] of JSON.parse(page.flows!) as [string, string][]) {
  at("flow").append(h("option", { value: id, selected: id === page.flow }, title));
}
for (const name of Object.keys(themes)) {
  const swatch = h("span", { class: "swatch", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  (["paper", "mine", "accent"] as const).forEach((part, i) => (swatch.children[i] as HTMLElement).style.background = colour(name, part));
  document.getElementById("themes")!.append(
    h("label", {}, h("input", { type: "radio", name: "theme", value: name, checked: name === "paper" }), swatch, h("span", {}, name)));
}

const quoted = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const attributes = (all: Record<string, string>, prefix = ""): string =>
  Object.entries(all).filter(([, value]) => value).map(([name, value]) => ` ${prefix}${name}="${quoted(value)}"`).join("");

function write(): void {
  const { flow, mode, theme, label, leave, pin } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const plain = theme === "paper";
  const script = `<script async src="${origin}/${pin ? page.loader : "unsaid.js"}"${pin ? ` integrity="${page.integrity}" crossorigin` : ""}`;
  const looks = { theme: plain ? "" : theme!, leave: leave! };
  line.value = mode === "inline"
    ? `${script}></script>\n<div data-unsaid="${flow}"${attributes(looks, "data-")}><a href="${origin}/chat/${flow}">${quoted(label || "A quiet talk")}</a></div>`
    : `${script}${attributes({ flow: flow!, mode: mode === "page" ? mode : "", label: label!, ...looks, color: plain ? "" : colour(theme!, "accent") }, "data-")}></script>`;
  told.textContent = "";
  const address = `${origin}/chat/${flow}?embed=inline&n=0&theme=${theme}`;
  if (frame.src !== address) frame.src = address;
}

form.addEventListener("input", write);
form.addEventListener("submit", event => event.preventDefault());
document.getElementById("copy")!.addEventListener("click", async () => {
  line.select();
  try { await navigator.clipboard.writeText(line.value); told.textContent = "Copied."; } catch { told.textContent = "Copying did not work here. The line is selected."; }
});
write();
