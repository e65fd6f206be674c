import { h, unique } from "./dom";
import { fill } from "./fill";
import * as words from "words";

type Texts = Record<string, string>;

interface Contact { method: string; dial?: string; tel?: string; to?: string; text?: string; url?: string; hours?: string }
interface Helpline { id: string; region: string; topics: string[]; audience?: string; name: string; contacts: Contact[]; status?: string }
interface Country { code: string; name: string; emergency?: string; silent?: string }
interface Helplines { home?: string; countries?: Country[]; lines?: Helpline[] }

const UNION = " at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se ";
/** The least that a help card ever shows beside the emergency numbers. */
const DIRECTORIES = [["findahelpline.com", "https://findahelpline.com"], ["befrienders.org", "https://www.befrienders.org"]] as const;
const TOPICS = ["emergency", "partner_abuse", "suicide_crisis", "relationship", "own_behaviour", "youth", "child"];

/** The helplines, fetched with the page so that they are there when the server is not. A card is never empty. */
export class Help {
  #lines: Helpline[] = [];
  #countries: Country[] = [];
  #home = "";
  #chosen: string | undefined;
  /** Draws the cards that were shown before the helplines came; undefined once they have. */
  #waiting: (() => void)[] | undefined = [];

  async load(address: string): Promise<void> {
    try {
      const { home = "", countries = [], lines = [] } = await (await fetch(address, { credentials: "omit" })).json() as Helplines;
      this.#home = home;
      this.#countries = countries;
      this.#lines = lines.filter(line => line.status?.toLowerCase() !== "expired");
    } catch { /* the card's floor stays */ }
    this.#waiting?.forEach(draw => draw());
    this.#waiting = undefined;
  }

  /** The visitor's country, or the owner's; nothing is looked up from an address. */
  get country(): string { return this.#chosen ?? this.#home; }
  set country(code: string) { this.#chosen = code.toLowerCase(); }

  /** A card about these topics, or all of them; emergency first. */
  card(wanted: readonly string[] = TOPICS, heading: "h2" | "h3" = "h3"): HTMLElement {
    const card = h("div", { class: "helplines" });
    const draw = (): void => card.replaceChildren(...this.#content(wanted, heading));
    draw();
    this.#waiting?.push(draw);
    return card;
  }

  #content(wanted: readonly string[], heading: "h2" | "h3"): HTMLElement[] {
    const topics = ["emergency", ...wanted.filter(topic => topic !== "emergency")];
    const regions = [this.country, ...(UNION.includes(` ${this.country} `) ? ["eu"] : []), "world"];
    const near = regions.flatMap(region => this.#lines.filter(line => line.region === region));
    const shown = new Set<string>();
    const section = (topic: string): HTMLElement | false => {
      const lines = near.filter(line => line.topics.includes(topic) && !shown.has(line.id));
      lines.forEach(line => shown.add(line.id));
      const now = topic === "emergency";
      return (now || lines.length > 0) && h("section", { class: now ? "now" : null },
        h(heading, {}, (words.topics as Texts)[topic] ?? topic),
        ...(now ? this.#emergency() : []),
        h("ul", {}, ...lines.filter(line => !now || !this.#place()?.emergency || line.region !== this.country).map(line => this.#line(line))));
    };
    const sections = [...topics.map(section), !near.some(line => line.region === "world") && this.#directories(heading)];
    return [...sections.filter(one => one !== false), h("p", { class: "hint" }, words.traces)];
  }

  /** Lets the visitor choose a country. */
  chooser(chosen: () => void): HTMLElement {
    const id = unique();
    const select = h("select", { id, onchange: () => { this.country = select.value; chosen(); } },
      h("option", { value: "" }, words.anywhere), ...this.#offered().map(({ code, name }) => h("option", { value: code }, this.#named(code, name))));
    select.value = this.#place() ? this.country : "";
    return h("div", { class: "row country", hidden: !this.#countries.length }, h("label", { for: id }, words.country), select);
  }

  #place(): Country | undefined { return this.#countries.find(country => country.code === this.country); }

  /** Where the page's language is spoken comes first. None is taken for that: what somebody speaks does not say where they are. */
  #offered(): Country[] {
    const wished = document.documentElement.lang.split("-")[0];
    const spoken = ({ code }: Country): number => {
      try { return new Intl.Locale(`und-${code}`).maximize().language === wished ? 1 : 0; } catch { return 0; }
    };
    return [...this.#countries].sort((a, b) => spoken(b) - spoken(a));
  }

  #named(code: string, name: string): string {
    try { return new Intl.DisplayNames([document.documentElement.lang], { type: "region" }).of(code.toUpperCase()) ?? name; } catch { return name; }
  }

  /** The numbers of the place, each as its own link, or those of many places where none is chosen. */
  #emergency(): HTMLElement[] {
    const place = this.#place();
    const numbers = place?.emergency?.match(/\d+/g);
    if (!numbers) return [h("p", {}, words.floor)];
    return [
      h("div", { class: "row" }, ...numbers.map(number => link(`tel:${number}`, `${words.call} ${number}`))),
      ...(place?.silent ? [h("p", {}, place.silent)] : []),
      ...(this.#lines.some(line => line.region === place?.code && line.topics.includes("emergency") && confirmed(line)) ? [] : [h("small", {}, `(${words.unchecked})`)]),
    ];
  }

  #line(line: Helpline): HTMLElement {
    const hours = [...new Set(line.contacts.map(contact => contact.hours).filter(Boolean))];
    const whom = (words.audiences as Texts)[line.audience?.toLowerCase() ?? ""];
    const small = [whom, hours.length ? fill(words.hours, hours.join(", ")) : "", confirmed(line) ? "" : `(${words.unchecked})`];
    return h("li", {}, h("strong", {}, line.name),
      h("div", { class: "row" }, ...line.contacts.map(contact => this.#contact(contact))),
      h("small", {}, small.filter(Boolean).join(" ")));
  }

  #contact({ method, dial, tel, to, text, url }: Contact): HTMLElement | false {
    const by = method.toLowerCase();
    if (by === "text") return !!to && link(`sms:${digits(to)}`, `${words.text} ${to}${text ? `: ${text}` : ""}`);
    if (to) return h("span", { class: "by" }, by === "whatsapp" && "WhatsApp ", to);
    if (dial) return link(tel ?? `tel:${digits(dial)}`, `${by === "tty" ? words.tty : words.call} ${dial}`);
    return !!url && /^https:/.test(url) && link(url, `${by === "chat" ? words.chat : words.site}: ${new URL(url).hostname.replace(/^www\./, "")}`);
  }

  #directories(heading: "h2" | "h3"): HTMLElement {
    return h("section", {}, h(heading, {}, words.directory),
      h("div", { class: "row" }, ...DIRECTORIES.map(([name, address]) => link(address, name))));
  }
}

function link(address: string, text: string): HTMLElement {
  const away = address.startsWith("https:");
  return h("a", { class: "contact", href: address, rel: "noreferrer noopener", target: away ? "_blank" : null }, text);
}

const digits = (number: string): string => number.replace(/[^\d+*#]/g, "");
const confirmed = (line: Helpline): boolean => line.status?.toLowerCase() === "confirmed";
