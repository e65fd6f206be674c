/** A text with values in its places: `{0}`, `{1}`. */
export const fill = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, at: number) => values[at] as string);
