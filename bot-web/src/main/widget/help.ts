const cards = document.querySelector("template")!.content;
const choice = cards.querySelector("select");

/** The cards of people who help. They are in the page itself, one for each country, so that they are there when the server is not. */
export class Help {
  /** The visitor's country, or the owner's; nothing is looked up from an address. Empty where none is chosen. */
  country = choice?.value ?? "";

  /** A card about these topics, or about all; emergency first. A card is never empty. */
  card(topics: readonly string[] = []): HTMLElement {
    const all = [...cards.querySelectorAll<HTMLElement>("[data-in]")];
    const card = (all.find(card => card.dataset.in === this.country) ?? all.at(-1)!).cloneNode(true) as HTMLElement;
    const sections = topics.map(topic => card.querySelector<HTMLElement>(`[data-topic="${topic}"]:not(.now)`)).filter(section => !!section);
    if (!sections[0]) return card;
    const seen = new Set<string>();
    for (const section of sections) {
      section.hidden = false;
      for (const line of section.querySelectorAll("li")) {
        line.hidden = seen.has(line.textContent);
        seen.add(line.textContent);
      }
    }
    card.replaceChildren(card.querySelector(".now")!, ...sections, card.lastChild!);
    return card;
  }

  /** Lets the visitor choose a country, where there are some. */
  chooser(chosen: () => void): HTMLElement {
    const row = (choice?.parentElement ?? document.createElement("div")).cloneNode(true) as HTMLElement;
    const select = row.querySelector("select");
    if (select) {
      select.value = this.country;
      select.onchange = () => { this.country = select.value; chosen(); };
    }
    return row;
  }
}
