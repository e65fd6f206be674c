import { h, unique } from "./dom";
import type { Words } from "./words";

interface Contact { method: string; dial?: string; tel?: string; url?: string; word?: string; hours?: string }
interface Helpline { id: string; region: string; sub?: string; topics: string[]; name: string; contacts: Contact[]; status?: string }

const EVERYWHERE = new Set(["WORLD", "INT", "EU"]);
/** The least that a help card ever shows beside the emergency numbers. */
const DIRECTORIES = [["findahelpline.com", "https://findahelpline.com"], ["befrienders.org", "https://www.befrienders.org"]] as const;
const TOPICS = ["emergency", "partner_abuse", "suicide_crisis", "relationship", "own_behaviour", "youth", "child"];

/** The helplines, fetched with the page so that they are there when the server is not. A card is never empty. */
export class Help {
  private lines: Helpline[] = [];
  country = "";

  constructor(private readonly words: Words) {}

  async load(address: string): Promise<void> {
    try {
      const read: unknown = await (await fetch(address, { credentials: "omit" })).json();
      const lines = Array.isArray(read) ? read : (read as { helplines?: Helpline[] }).helplines;
      this.lines = (lines ?? []).filter((line: Helpline) => line.region && line.name && line.contacts?.length);
    } catch { /* the card's floor stays */ }
  }

  /** A card about these topics, or all of them; emergency first. */
  card(wanted: readonly string[] = TOPICS): HTMLElement {
    const topics = ["emergency", ...wanted.filter(topic => topic !== "emergency")];
    const here = this.lines.filter(line => line.region.toUpperCase() === this.country.toUpperCase());
    const everywhere = this.lines.filter(line => EVERYWHERE.has(line.region.toUpperCase()));
    const shown = new Set<string>();
    const section = (topic: string): HTMLElement | false => {
      const lines = [...here, ...everywhere].filter(line => line.topics.includes(topic) && !shown.has(line.id));
      lines.forEach(line => shown.add(line.id));
      const floor = topic === "emergency" && !lines.some(line => here.includes(line));
      return (floor || lines.length > 0) && h("section", { class: topic === "emergency" ? "now" : null },
        h("h3", {}, this.words.topics[topic] ?? topic),
        floor && h("p", {}, this.words.floor),
        h("ul", {}, ...lines.map(line => this.line(line))));
    };
    return h("div", { class: "helplines" }, ...topics.map(section), !everywhere.length && this.directories(),
      h("p", { class: "hint" }, this.words.traces));
  }

  /** Lets the visitor choose a country; nothing is looked up from an address. */
  chooser(chosen: () => void): HTMLElement {
    const id = unique();
    const language = document.documentElement.lang || "en";
    const names = new Intl.DisplayNames([language, "en"], { type: "region" });
    const name = (region: string): string => { try { return names.of(region) ?? region; } catch { return region; } };
    const regions = [...new Set(this.lines.map(line => line.region.toUpperCase()))].filter(region => !EVERYWHERE.has(region))
      .sort((a, b) => name(a).localeCompare(name(b), language));
    const select = h("select", { id, onchange: () => { this.country = select.value; chosen(); } },
      h("option", { value: "" }, this.words.anywhere), ...regions.map(region => h("option", { value: region }, name(region))));
    select.value = regions.find(region => region === this.country.toUpperCase()) ?? "";
    return h("div", { class: "row country", hidden: !regions.length }, h("label", { for: id }, this.words.country), select);
  }

  private line(line: Helpline): HTMLElement {
    const hours = [...new Set(line.contacts.map(contact => contact.hours).filter(Boolean))];
    return h("li", {}, h("strong", {}, line.name),
      h("div", { class: "row" }, ...line.contacts.map(contact => this.contact(contact))),
      h("small", {}, [hours.length ? this.words.hours(hours.join(", ")) : "", line.status === "confirmed" ? "" : `(${this.words.unchecked})`].filter(Boolean).join(" ")));
  }

  private contact({ method, dial, tel, url, word }: Contact): HTMLElement | false {
    const digits = dial?.replace(/[^\d+*#]/g, "");
    const words = this.words;
    if (method === "text" || method === "sms") return !!dial && link(`sms:${digits}`, `${words.text} ${dial}${word ? `: ${word}` : ""}`);
    if (dial) return link(tel ?? `tel:${digits}`, `${words.call} ${dial}`);
    return !!url && /^https:/.test(url) && link(url, `${method === "chat" ? words.chat : words.site}: ${new URL(url).hostname.replace(/^www\./, "")}`);
  }

  private directories(): HTMLElement {
    return h("section", {}, h("h3", {}, this.words.directory),
      h("div", { class: "row" }, ...DIRECTORIES.map(([name, address]) => link(address, name))));
  }
}

function link(address: string, text: string): HTMLElement {
  const away = address.startsWith("https:");
  return h("a", { class: "contact", href: address, rel: "noreferrer noopener", target: away ? "_blank" : null }, text);
}
