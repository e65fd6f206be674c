import type { Incoming, Outgoing, Problem } from "./frames";

type Unsent = Outgoing extends infer F ? (F extends { id: string } ? Omit<F, "id"> : never) : never;

/** What a connection needs of the world around it. */
export interface World {
  url: string;
  open(url: string): WebSocket;
  /** The frame that opens or resumes the conversation on a new socket. */
  greet(): Unsent;
  heard(frame: Incoming): void;
  lost(): void;
  /** The server has no time: what waits is kept, and sent again. */
  busy(): void;
  back(): void;
}

const SLOWEST_MS = 15_000;
const FIRST_PAUSE_MS = 400;
const FIRST_BUSY_PAUSE_MS = 1_000;
/** What the server says when the same frame will be welcome later. */
const BUSY = new Set(["unavailable", "too-fast", "full"]);

/**
 * One conversation's way to the server. Frames go out one at a time and in order; each is sent again, under the same id,
 * on every new socket until it has a reply, so that nothing is lost and nothing counts twice.
 */
export class Connection {
  #socket: WebSocket | undefined;
  #queue: Outgoing[] = [];
  #greeting = "";
  #greeted = false;
  #tries = 0;
  #timer = 0;
  #closed = true;
  #count = 0;
  /** Ids differ from one page load to the next: the server answers a known id with its old reply. */
  readonly #prefix = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);

  constructor(private readonly world: World) {
    addEventListener("online", this.#wake);
    document.addEventListener("visibilitychange", this.#wake);
  }

  open(): void {
    this.#closed = false;
    this.#greeted = false;
    const socket = this.#socket = this.world.open(this.world.url);
    socket.onopen = () => {
      const hello = { ...this.world.greet(), id: this.#next() } as Outgoing;
      this.#greeting = hello.id;
      socket.send(JSON.stringify(hello));
    };
    socket.onmessage = event => { if (socket === this.#socket) this.#take(JSON.parse(event.data as string) as Incoming); };
    socket.onclose = () => { if (socket === this.#socket) this.#retry(); };
  }

  /** Queues a frame and returns its id. */
  send(frame: Unsent): string {
    const whole = { ...frame, id: this.#next() } as Outgoing;
    this.#queue.push(whole);
    if (this.#queue.length === 1) this.#flush();
    return whole.id;
  }

  /** Sends at once, past the queue: for what must go out before the page goes. */
  last(frame: Unsent): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ ...frame, id: this.#next() }));
  }

  /** Greets again on a new socket after a pause; what waits, waits. */
  later(): void {
    const socket = this.#socket;
    this.#retry(this.world.busy);
    socket?.close(1000);
  }

  /** Greets again on a new socket at once; what waits, waits. */
  again(): void {
    const socket = this.#socket;
    clearTimeout(this.#timer);
    this.open();
    socket?.close(1000);
  }

  close(): void {
    this.#closed = true;
    this.#tries = 0;
    clearTimeout(this.#timer);
    this.#queue = [];
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(1000);
  }

  #take(frame: Incoming): void {
    const id = frame.type === "turn" ? frame.accepted : frame.id;
    const waited = this.#queue[0]?.id === id && id !== undefined;
    if (frame.type === "problem" && this.#waits(frame, waited)) return;
    const ready = frame.type === "started" && !this.#greeted;
    if (ready) this.#greeted = true;
    if (waited) this.#queue.shift();
    if (waited || ready && !this.#queue.length) this.#tries = 0;
    if (waited || ready) this.world.back();
    this.world.heard(frame);
    if (ready || waited) this.#flush();
  }

  /** A problem that only asks for patience: the frame stays where it is, and goes out again under the same id. */
  #waits(problem: Problem, waited: boolean): boolean {
    const greeting = !this.#greeted && problem.id === this.#greeting;
    if (waited && problem.code === "unknown-conversation") { this.later(); return true; }
    if (!BUSY.has(problem.code) || !waited && !greeting) return false;
    if (greeting) {
      if (problem.code === "full") this.world.heard(problem); else this.later();
      return true;
    }
    this.world.busy();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), this.#pause(FIRST_BUSY_PAUSE_MS));
    return true;
  }

  #pause(first: number): number { return Math.min(SLOWEST_MS, first * 2 ** this.#tries++) * (0.5 + Math.random() / 2); }

  #flush(): void {
    if (this.#greeted && this.#queue[0] && this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(this.#queue[0]));
  }

  #retry(tell = this.world.lost): void {
    this.#greeted = false;
    this.#socket = undefined;
    if (this.#closed) return;
    tell();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), this.#pause(FIRST_PAUSE_MS));
  }

  readonly #wake = (): void => {
    if (document.visibilityState !== "visible" || this.#closed || this.#socket) return;
    clearTimeout(this.#timer);
    this.open();
  };

  #next(): string { return `${this.#prefix}-${++this.#count}`; }

  /** Whether a problem is the reply to the opening frame. */
  greetedBy(id: string | undefined): boolean { return id === this.#greeting; }
}
