import type { Tell } from "./host";

const WITHIN_MS = 5_000;
const TIMES = 3;
/** How long the farewell to the server may take once the screen is blank. */
const FAREWELL_MS = 80;
const STUCK_MS = 1_500;

/**
 * Leaves at once: the screen is blank before anything touches the network.
 * @param address a neutral page
 * @param forget erases what this device holds and tells the server
 */
export function leave(address: string, forget: () => void, tell: Tell): void {
  document.documentElement.classList.add("gone");
  document.body.replaceChildren();
  forget();
  const told = tell("leave", address);
  setTimeout(() => { try { top!.location.replace(address); } catch { location.replace("about:blank"); } }, told ? STUCK_MS : FAREWELL_MS);
}

/** Shift, pressed and let go three times within five seconds with no other key between, leaves. */
export function watchShift(counted: (times: number) => void, go: () => void): void {
  let times = 0;
  let alone = false;
  let timer = 0;
  const count = (now: number): void => { if (now !== times) counted(times = now); };
  addEventListener("keydown", event => {
    if (event.repeat) return;
    alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone) count(0);
  }, true);
  addEventListener("keyup", event => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (times === 0) { clearTimeout(timer); timer = setTimeout(() => count(0), WITHIN_MS); }
    count(times + 1);
    if (times === TIMES) { times = 0; go(); }
  }, true);
}
