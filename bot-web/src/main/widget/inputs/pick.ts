import type { Given, Input } from "./input";
import { boxes } from "./multi";
import { tap } from "./tap";

/** Some of an earlier list. Where exactly one is wanted, a tap is the answer. */
export function pick(given: Given): Input {
  const items = given.ask.items ?? given.ask.options ?? [];
  return Number(given.ask.max ?? items.length) === 1 && Number(given.ask.min ?? 1) === 1
    ? tap(given, items, picked => [picked])
    : boxes(given, items, 1);
}
