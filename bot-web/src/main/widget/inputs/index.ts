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
const asked = (type: "number" | "date" | "text" | "list" | "sort" | "rank") => async (given: Given): Promise<Input> => {
  const [piece, kit] = await waited(type);
  return (piece as Record<string, LaterInput>)[type]!(given, kit);
};

/** One input for every type of answer. What is tapped comes with the page, the others when they are first asked for. */
export const inputs: Record<AnswerType, (given: Given) => Input | Promise<Input>> = {
  choice: given => tap(given, given.ask.options ?? []), yesno: yesOrNo, confirm: yesOrNo, multi, scale,
  pick: given => (given.ask.max ?? given.ask.items?.length) === 1 && (given.ask.min ?? 1) === 1 ? one(given) : multi(given),
  rank: given => given.ask.top === 1 ? one(given) : asked("rank")(given),
  number: asked("number"), date: asked("date"), text: asked("text"), list: asked("list"), sort: asked("sort"),
};
