/** What the rest of a talk may need: it comes while all is well, so that neither a lost line nor a renewed server takes a field or a card away. */
for (const piece of ["card", "date", "display", "end", "gate", "list", "news", "number", "own", "rank", "rights", "sort", "text"]) {
  const file = `./${piece}.js`;
  import(file).catch(() => {});
}

export {};
