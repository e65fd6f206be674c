import * as more from "more-words";
import type { Kit } from "../later";
import type { Given, Input } from "./input";

/** Every item gets one of the named places: a group of radio buttons an item. */
export function sort({ ask }: Given, { h, unique, go }: Kit): Input {
  const buckets = ask.buckets ?? [];
  const before = ask.earlier && typeof ask.earlier === "object" && !Array.isArray(ask.earlier) ? ask.earlier as Record<string, string[]> : {};
  const groups = (ask.items ?? []).map(item => {
    const name = unique();
    const radios = buckets.map(bucket => h("input", { type: "radio", name, value: bucket.value, checked: before[bucket.value]?.includes(item.value) ?? false }));
    const group = h("fieldset", { class: "sort" }, h("legend", {}, item.label),
      h("div", { class: "chips" }, ...buckets.map((bucket, at) => h("label", { class: "chip" }, radios[at]!, h("span", {}, bucket.label)))));
    return { item, group, chosen: () => radios.find(radio => radio.checked)?.value };
  });
  return {
    body: groups.map(one => one.group),
    send: go,
    read: () => {
      if (groups.some(one => !one.chosen())) return more.sortAll;
      const of = (bucket: string) => groups.filter(one => one.chosen() === bucket).map(one => one.item);
      return {
        value: Object.fromEntries(buckets.map(bucket => [bucket.value, of(bucket.value).map(item => item.value)])),
        text: buckets.filter(bucket => of(bucket.value).length).map(bucket => `${bucket.label}: ${of(bucket.value).map(item => item.label).join(", ")}`).join("\n"),
      };
    },
  };
}
