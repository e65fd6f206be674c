import type { Incoming, Outgoing, Problem } from "./frames";

type Unsent = Outgoing extends infer F ? (F extends { id: string } ? Omit<F, "id"> : never) : never;

/** What a connection needs of the world around it. */
export interface World {
  open(): WebSocket;
  /** The frame that opens or resumes the conversation on a new socket. */
  greet(): Unsent;
  heard(frame: Incoming): void;
  lost(): void;
  /** The server has no time: what waits is kept, and sent again. */
  busy(): void;
  back(): void;
}

export interface Connection {
  open(): void;
  close(): void;
  /** Queues a frame and returns its id. */
  send(frame: Unsent): string;
  /** Sends at once, past the queue: for what must go out before the page goes. */
  last(frame: Unsent): void;
  /** Greets again on a new socket after a pause; what waits, waits. */
  later(): void;
  /** Greets again on a new socket at once; what waits, waits. */
  again(): void;
  /** Whether a problem is the reply to the opening frame. */
  greetedBy(id: string | undefined): boolean;
}

const SLOWEST_MS = 15_000;
const FIRST_PAUSE_MS = 400;
const FIRST_BUSY_PAUSE_MS = 1_000;
/** What the server says when the same frame will be welcome later. */
const BUSY = ["unavailable", "too-fast", "full"];

/**
 * One conversation's way to the server. Frames go out one at a time and in order; each is sent again, under the same id,
 * on every new socket until it has a reply, so that nothing is lost and nothing counts twice.
 */
export function connect(world: World): Connection {
  let socket: WebSocket | undefined;
  let queue: Outgoing[] = [];
  let greeting = "";
  let greeted = false;
  let tries = 0;
  let timer = 0;
  let closed = true;
  let count = 0;
  /** Ids differ from one page load to the next: the server answers a known id with its old reply. */
  const prefix = Math.random().toString(36).slice(2, 9);

  const named = (frame: Unsent): Outgoing => ({ ...frame, id: `${prefix}-${++count}` } as Outgoing);
  const write = (frame: Outgoing): void => { if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame)); };
  const flush = (): void => { if (greeted && queue[0]) write(queue[0]); };

  const wait = (first: number, then: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(then, Math.min(SLOWEST_MS, first * 2 ** tries++) * (0.5 + Math.random() / 2));
  };

  function open(): void {
    clearTimeout(timer);
    closed = greeted = false;
    const opened = socket = world.open();
    opened.onopen = () => {
      const hello = named(world.greet());
      greeting = hello.id;
      opened.send(JSON.stringify(hello));
    };
    opened.onmessage = ({ data }) => { if (opened === socket) take(JSON.parse(data as string) as Incoming); };
    opened.onclose = () => { if (opened === socket) retry(world.lost); };
  }

  function retry(tell: () => void): void {
    greeted = false;
    socket = undefined;
    if (closed) return;
    tell();
    wait(FIRST_PAUSE_MS, open);
  }

  /** Lets go of the present socket. */
  function drop(then: () => void): void {
    const old = socket;
    then();
    old?.close(1000);
  }

  const later = (): void => drop(() => retry(world.busy));

  function take(frame: Incoming): void {
    const id = frame.type === "turn" ? frame.accepted : frame.id;
    const waited = id !== undefined && queue[0]?.id === id;
    if (frame.type === "problem" && waits(frame, waited)) return;
    const ready = frame.type === "started" && !greeted;
    if (ready) greeted = true;
    if (waited) queue.shift();
    const moves = waited || ready;
    if (waited || ready && !queue.length) tries = 0;
    if (moves) world.back();
    world.heard(frame);
    if (moves) flush();
  }

  /** A problem that only asks for patience: the frame stays where it is, and goes out again under the same id. */
  function waits(problem: Problem, waited: boolean): boolean {
    const greets = !greeted && problem.id === greeting;
    const busy = BUSY.includes(problem.code);
    if (waited ? problem.code === "unknown-conversation" : busy && greets && problem.code !== "full") later();
    else if (busy && greets) world.heard(problem);
    else if (busy && waited) {
      world.busy();
      wait(FIRST_BUSY_PAUSE_MS, flush);
    } else return false;
    return true;
  }

  const wake = (): void => { if (document.visibilityState === "visible" && !closed && !socket) open(); };
  addEventListener("online", wake);
  // A socket may not notice for minutes that the line is cut.
  addEventListener("offline", () => drop(() => retry(world.lost)));
  document.addEventListener("visibilitychange", wake);

  return {
    open, later,
    close: () => drop(() => {
      closed = true;
      tries = 0;
      clearTimeout(timer);
      queue = [];
      socket = undefined;
    }),
    send: frame => {
      const whole = named(frame);
      if (queue.push(whole) === 1) flush();
      return whole.id;
    },
    last: frame => write(named(frame)),
    again: () => drop(open),
    greetedBy: id => id === greeting,
  };
}
