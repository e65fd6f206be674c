/** What the rest of a talk may need: it comes while all is well, so that neither a lost line nor a renewed server takes a field or a card away. */
for (const piece of ["card", "date", "display", "end", "gate", "list", "news", "number", "own", "rank", "rights", "sort", "text"]) {
  const file = new URL(`${piece}.js`, import.meta.url).href;
  // Asked for as a module only when it can be had: many a browser never forgets that one did not come.
  void fetch(file).then(async answer => { await answer.text(); if (answer.ok) await import(file); }).catch(() => {});
}

export {};
