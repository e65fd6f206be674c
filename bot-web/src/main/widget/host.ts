import type { Look } from "./colours";

type Kind = "size" | "close" | "leave";

/** Tells the page around; false if there is none, or until it has answered. */
export type Tell = (type: Kind, height?: number) => boolean;

/** The blog page around the frame. It gives colours, and learns that the talk is ready, a height, that the box was closed, and that the visitor leaves; never a word. */
export function host(dressed: (look: Look) => void): Tell {
  let known = "";
  let high: number | undefined;
  const tell: Tell = (type, height) => {
    if (type === "size") high = height;
    if (!known || known === "null") return false;
    parent.postMessage({ unsaid: 1, type, ...(height ? { height } : {}) }, known);
    return true;
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (known || source !== parent || parent === window || data?.unsaid !== 1 || data.type !== "ready") return;
    known = origin;
    if (data.look) dressed(data.look);
    if (high) tell("size", high);
  });
  parent.postMessage({ unsaid: 1, type: "ready" }, "*");
  return tell;
}
