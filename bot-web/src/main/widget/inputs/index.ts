import { choice } from "./choice";
import { confirm } from "./confirm";
import { date } from "./date";
import type { Given, Input } from "./input";
import { list } from "./list";
import { multi } from "./multi";
import { number } from "./number";
import { pick } from "./pick";
import { rank } from "./rank";
import { scale } from "./scale";
import { sort } from "./sort";
import { text } from "./text";
import { yesno } from "./yesno";
import type { AnswerType } from "../frames";

/** One input for every type of answer. */
export const inputs: Record<AnswerType, (given: Given) => Input> =
  { choice, multi, yesno, confirm, scale, number, date, text, list, rank, sort, pick };
