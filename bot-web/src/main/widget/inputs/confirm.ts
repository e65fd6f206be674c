import type { Given, Input } from "./input";
import { tap } from "./tap";

export const confirm = (given: Given): Input => tap(given, given.ask.options?.length ? given.ask.options
  : [{ value: "yes", label: given.words.yes }, { value: "no", label: given.words.no }]);
