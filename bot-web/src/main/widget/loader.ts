// All that a page pays for until somebody presses. What is needed after that is in part.ts.
// As a script: `<script async src="…/unsaid.js" data-flow="naming-fears">`; in the text: `<unsaid-chat flow="…" mode="inline">`
// or, where editors take scripts out, `<div data-unsaid="naming-fears"><a href="…/chat/naming-fears">…</a></div>`.
// A page may call before this is here: `(window.unsaid ||= []).push(["open"])`.
import type { Call, Calls } from "./calls";

const doc = document;
const { src, dataset } = doc.currentScript as HTMLScriptElement;
const calls: Calls = window.unsaid ||= [];
const css = ":host{display:contents!important}:host([mode=inline]){display:block!important}*{all:initial}"
  + ".w{position:fixed;z-index:2147483647;bottom:16px;inset-inline-end:16px}@media print{.w{display:none}}"
  + "button{font:600 16px system-ui,sans-serif;padding:15px 22px;border-radius:26px;background:var(--unsaid,#2d5a50);color:#fff;cursor:pointer;box-shadow:0 2px 12px #0003;border:1px solid #fff3}"
  + "button:focus-visible{outline:3px solid #2d5a50;outline-offset:3px;box-shadow:0 0 0 3px #fff}";

if (!calls.open) {
  const base = src.replace(/[^/]*$/, "");
  const rules = { createScriptURL: () => `${base}widget/part.js` };
  const policy = window.trustedTypes?.createPolicy("unsaid", rules) || rules;
  let script: HTMLScriptElement | undefined;
  const load = (): void => {
    if (script) return;
    script = doc.createElement("script");
    script.src = policy.createScriptURL("");
    script.crossOrigin = "";
    script.integrity = "sha256-"; // the build writes the rest
    script.onerror = () => { // the chat's own page needs nothing here
      const of = calls[0]![1] as HTMLElement;
      location.href = `${base}chat/${of.dataset.unsaid || of.getAttribute("flow")}`;
    };
    doc.head.append(script);
  };
  const call = (...call: Call): void => { calls.push(call); };
  calls.push = one => { load(); return calls.unshift(one); };
  calls.open = of => call("open", of);
  calls.close = of => call("close", of);
  if (calls[0]) load();

  doc.addEventListener("click", event => {
    const box = (event.target as Element).closest("[data-unsaid] a")?.closest("[data-unsaid]");
    if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    call("open", box);
  }, true);

  customElements.define("unsaid-chat", class extends HTMLElement {
    connectedCallback(): void {
      let wrap = this.shadowRoot?.firstChild as HTMLElement | undefined;
      if (!wrap) {
        const root = this.attachShadow({ mode: "open" });
        const sheet = new CSSStyleSheet();
        const button = doc.createElement("button");
        wrap = doc.createElement("div");
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [sheet];
        if (this.getAttribute("mode") !== "inline") {
          wrap.className = "w";
          wrap.popover = "manual";
        }
        this.style.setProperty("--unsaid", this.getAttribute("color"));
        button.textContent = this.getAttribute("label") || "A quiet talk";
        button.ariaExpanded = "false";
        button.onclick = () => call(this.hasAttribute("open") ? "close" : "open", this);
        wrap.append(button);
        root.append(wrap);
      }
      if (wrap.popover) wrap.showPopover();
    }
  });
}

// Pages that change without loading anew run this again: an open talk stays, and there is never a second bubble.
const { flow } = dataset;
const old = doc.querySelector("html>unsaid-chat");
if (flow && !old?.matches(`[open],[flow="${flow}"]`)) {
  const bubble = doc.createElement("unsaid-chat");
  for (const name in dataset) bubble.setAttribute(name, dataset[name]!);
  old?.remove();
  doc.documentElement.append(bubble);
}
