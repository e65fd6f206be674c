import * as more from "more-words";
import { save } from "./card";
import type { Kit } from "./later";

const DAYS = { D: 1, W: 7 } as const;

/** The day so much later; `after` is an ISO 8601 period of days, weeks or months. */
function later(after: string): Date {
  const day = new Date();
  const count = parseInt(after.slice(1));
  const unit = after.at(-1) as "D" | "W" | "M";
  if (unit === "M") day.setMonth(day.getMonth() + count); else day.setDate(day.getDate() + count * DAYS[unit]);
  return day;
}

const two = (number: number): string => String(number).padStart(2, "0");
const date = (day: Date): string => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;

/**
 * An entry for a calendar (RFC 5545), at that hour wherever the visitor is then. It says nothing of this program and leads nowhere:
 * somebody else may see the calendar.
 */
function entry(day: string, hour: string): string {
  const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Notes//EN", "BEGIN:VEVENT", `UID:${crypto.randomUUID()}`, `DTSTAMP:${now}`,
    `DTSTART:${day.replaceAll("-", "")}T${hour.replace(":", "")}00`, "DURATION:PT15M", `SUMMARY:${more.entry}`, "CLASS:PRIVATE", "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${more.entry}`, "TRIGGER:PT0M", "END:VALARM", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
}

/** Lets the visitor choose a day to come back, for a calendar of their own. */
export function offer(after: string, kit: Kit): HTMLElement {
  const { h, button, unique, fill } = kit;
  const [day, hour] = [unique(), unique()];
  const when = h("input", { type: "date", id: day, value: date(later(after)), min: date(new Date()), required: true });
  const at = h("input", { type: "time", id: hour, value: "20:00", required: true });
  return h("fieldset", { class: "card again" },
    h("legend", {}, more.comeBack),
    h("p", { class: "hint" }, fill(more.entrySays, more.entry)),
    h("div", { class: "row" }, h("label", { for: day }, more.onDay, when), h("label", { for: hour }, more.atHour, at)),
    button(more.saveEntry, () => { if (when.reportValidity() && at.reportValidity()) save(entry(when.value, at.value), kit, "ics"); }, "main"));
}
