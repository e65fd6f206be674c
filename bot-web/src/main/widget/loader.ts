// All that a blog page pays for until somebody presses. One shadow tree, one frame, four kinds of message.
// As a script: `<script async src="…/unsaid.js" data-flow="naming-fears">`; in the text: `<unsaid-chat flow="…" mode="inline">`.
const script = document.currentScript as HTMLScriptElement;
const base = new URL(".", script.src);
const css = "*{all:initial}.w{position:fixed;bottom:16px;inset-inline-end:16px}"
  + "button{font:600 16px system-ui,sans-serif;padding:15px 22px;border-radius:26px;background:var(--unsaid,#2d5a50);color:#fff;cursor:pointer;box-shadow:0 4px 18px #0004;border:1px solid #fff3}"
  + "button:focus-visible{outline:3px solid #2d5a50;outline-offset:3px;box-shadow:0 0 0 3px #fff}"
  + "iframe{border-radius:20px;box-shadow:0 8px 40px #0005;background:canvas;width:100%;height:420px}"
  + ".w iframe{position:fixed;bottom:80px;inset-inline-end:16px;width:400px;height:min(680px,100dvh - 112px)}"
  + "@media(max-width:500px){.w iframe{inset:0;width:100%;height:100%;border-radius:0}}[hidden]{display:none!important}";

class UnsaidChat extends HTMLElement {
  #wrap: HTMLElement | undefined;

  connectedCallback(): void {
    const wrap = this.#wrap ?? this.#build();
    if (wrap.popover) wrap.showPopover();
  }

  #build(): HTMLElement {
    const at = (name: string): string | null => this.getAttribute(name);
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    const wrap = this.#wrap = document.createElement("div");
    const button = document.createElement("button");
    const inline = at("mode") === "inline";
    let frame: HTMLIFrameElement | undefined;
    const show = (open: boolean): void => {
      frame!.hidden = !open;
      button.ariaExpanded = `${open}`;
      (open ? frame! : button).focus();
    };
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (!inline) {
      wrap.className = "w";
      wrap.popover = "manual";
    }
    button.textContent = at("label") || "A quiet talk";
    button.ariaExpanded = "false";
    button.onclick = () => {
      if (frame) return show(!!frame.hidden);
      frame = document.createElement("iframe");
      frame.title = button.textContent!;
      frame.allow = "clipboard-write";
      frame.referrerPolicy = "no-referrer";
      frame.src = `${base}chat/${at("flow")}?embed=${inline ? "inline" : "bubble"}&start=${at("start") || ""}&lang=${at("lang") || document.documentElement.lang}`;
      frame.onload = () => frame!.contentWindow!.postMessage({ unsaid: 1, type: "ready" }, base.origin);
      wrap.prepend(frame);
      if (inline) button.hidden = true;
      show(true);
    };
    wrap.onkeydown = event => { if (event.key === "Escape" && frame && !inline) show(false); };
    addEventListener("message", ({ source, origin, data }) => {
      if (!frame || source !== frame.contentWindow || origin !== base.origin || data.unsaid !== 1) return;
      if (data.type === "close") show(false);
      if (data.type === "size") frame.style.height = `min(${+data.height}px,85vh)`;
      if (data.type === "leave") {
        document.documentElement.style.setProperty("display", "none", "important");
        setTimeout(() => location.replace(at("leave") || "https://www.wikipedia.org/"), 80);
      }
    });
    wrap.append(button);
    root.append(wrap);
    return wrap;
  }
}

if (!customElements.get("unsaid-chat")) customElements.define("unsaid-chat", UnsaidChat);
if (script.dataset.flow) {
  const bubble = document.createElement("unsaid-chat");
  for (const name in script.dataset) bubble.setAttribute(name, script.dataset[name]!);
  document.documentElement.append(bubble);
}
