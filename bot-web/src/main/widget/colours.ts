/** The colours that a page can give the talk, as `--unsaid-paper` and so on. */
export const COLOURS = ["paper", "raised", "ink", "muted", "line", "hair", "accent", "on-accent", "mine", "warn"] as const;
export type Look = Partial<Record<(typeof COLOURS)[number], string>>;
