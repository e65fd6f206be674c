/** What a page may ask of the widget: open or close one, named by its flow or its element. Without a name: the first, or all. */
export type Call = [act: "open" | "close", of?: string | Element];

/** `window.unsaid`: a list that a page may fill before the loader is here. */
export type Calls = Call[] & { open?(of?: Call[1]): void; close?(of?: Call[1]): void };

interface Rules { createScriptURL(address: string): string }

declare global {
  interface Window {
    unsaid?: Calls;
    trustedTypes?: { createPolicy(name: string, rules: Rules): Rules };
  }
}
