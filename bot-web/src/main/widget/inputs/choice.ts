import type { Given, Input } from "./input";
import { tap } from "./tap";

export const choice = (given: Given): Input => tap(given, given.ask.options ?? []);
