import type { Look } from "./colours";

type Kind = "ready" | "size" | "close" | "leave";

/** The blog page around the frame. It gives colours, and learns a height, that the box was closed, and that the visitor leaves; never a word. */
export class Host {
  #origin: string | undefined;

  constructor(dressed: (look: Look) => void) {
    addEventListener("message", event => {
      if (event.source !== parent || parent === window || event.data?.unsaid !== 1 || event.data.type !== "ready") return;
      if (this.#origin) return;
      this.#origin = event.origin;
      this.tell("ready");
      if (event.data.look) dressed(event.data.look);
    });
  }

  /** False until the page around has introduced itself. */
  tell(type: Kind, height?: number): boolean {
    if (!this.#origin || this.#origin === "null") return false;
    parent.postMessage(height === undefined ? { unsaid: 1, type } : { unsaid: 1, type, height }, this.#origin);
    return true;
  }
}
