import { h } from "../widget/dom";
import * as server from "./server";

/** A new version is shown after so long at the latest, drawn or not. */
const PATIENCE_MS = 2_000;
const DRAWN = ".place form, .place .ended, .gate > *";

/**
 * The real widget in a frame. A talk begins by a token of the server's; the widget finds it where it looks for one after a
 * reload, and goes on with it. A new version is drawn in a second frame behind, which then takes the first one's place.
 */
export class Preview {
  readonly element = h("div", { class: "frames" });
  #flow = "";
  #frame: HTMLIFrameElement | undefined;
  #coming: HTMLIFrameElement | undefined;
  #dropped = (): void => {};

  constructor(private readonly keys: (event: KeyboardEvent) => void) {}

  /** Begins a talk, at a step if one is named. */
  async begin(flow: string, step?: string): Promise<void> {
    const token = await server.begin(flow, step);
    sessionStorage.setItem(`c.${flow}`, token);
    this.#flow = flow;
    await this.reload();
  }

  /** The talk that is shown; undefined while there is none. */
  get token(): string | undefined { return sessionStorage.getItem(`c.${this.#flow}`) ?? undefined; }

  get flow(): string { return this.#flow; }

  /** Shows no talk. */
  clear(): void {
    this.#flow = "";
    this.#coming = this.#frame = undefined;
    this.element.replaceChildren();
  }

  /** Draws the talk as the flow is now; done once it is in sight, or another drawing has begun. */
  reload(): Promise<void> {
    if (!this.#flow) return Promise.resolve();
    return new Promise(done => this.#draw(done));
  }

  #draw(done: () => void): void {
    this.#coming?.remove();
    const frame = h("iframe", { src: `chat/${this.#flow}?still`, title: "Talk", class: "coming" });
    this.#coming = frame;
    const since = performance.now();
    this.#dropped();
    this.#dropped = done;
    const look = (): void => {
      if (this.#coming !== frame) return done();
      if (!frame.contentDocument?.querySelector(DRAWN) && performance.now() - since < PATIENCE_MS) return void requestAnimationFrame(look);
      this.#swap(frame);
      done();
    };
    frame.onload = look;
    this.element.append(frame);
  }

  #swap(frame: HTMLIFrameElement): void {
    const focused = document.activeElement === this.#frame;
    this.#frame?.remove();
    this.#frame = frame;
    this.#coming = undefined;
    frame.className = "";
    frame.contentWindow?.addEventListener("keydown", this.keys);
    if (focused) frame.contentWindow?.focus();
  }

  focus(): void { this.#frame?.contentWindow?.focus(); }
}
