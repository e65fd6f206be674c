import type { Look } from "./colours";

type Kind = "size" | "close" | "leave";

/** Tells the page around; false if there is none, or until it has answered. `of`: the height, or where who leaves is taken. */
export type Tell = (type: Kind, of?: number | string) => boolean;

/** The blog page around the frame. It gives colours, and learns that the talk is ready, a height, that the box was closed, that the visitor leaves and for which neutral page; never a word. */
export function host(dressed: (look: Look) => void): Tell {
  let known = "";
  let high: number | string | undefined;
  const tell: Tell = (type, of) => {
    if (type === "size") high = of;
    if (!known || known === "null") return false;
    parent.postMessage({ unsaid: 1, type, of }, known);
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
