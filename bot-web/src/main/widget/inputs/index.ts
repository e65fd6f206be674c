import { waited } from "../later";
import type { Given, Input, LaterInput } from "./input";
import { multi } from "./multi";
import { scale } from "./scale";
import { tap } from "./tap";
import type { AnswerType } from "../frames";
import * as words from "words";

const yesOrNo = (given: Given): Input => tap(given, given.ask.options?.length ? given.ask.options
  : [{ value: "yes", label: words.yes }, { value: "no", label: words.no }]);

/** Where exactly one of a list is wanted, a tap is the answer. */
const one = (given: Given): Input => tap(given, given.ask.items ?? given.ask.options ?? [], picked => [picked]);
const asked = (load: () => Promise<{ input: LaterInput }>) => async (given: Given): Promise<Input> => {
  const [{ input }, kit] = await waited(load);
  return input(given, kit);
};
const rank = asked(() => import("./rank"));

/** One input for every type of answer. What is tapped comes with the page, the others when they are first asked for. */
export const inputs: Record<AnswerType, (given: Given) => Input | Promise<Input>> = {
  choice: given => tap(given, given.ask.options ?? []), yesno: yesOrNo, confirm: yesOrNo, multi, scale,
  pick: given => Number(given.ask.max ?? given.ask.items?.length) === 1 && Number(given.ask.min ?? 1) === 1 ? one(given) : multi(given),
  rank: given => given.ask.top === 1 ? one(given) : rank(given),
  number: asked(() => import("./number")),
  date: asked(() => import("./date")),
  text: asked(() => import("./text")),
  list: asked(() => import("./list")),
  sort: asked(() => import("./sort")),
};
