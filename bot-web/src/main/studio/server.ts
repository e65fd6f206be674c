/** What the workbench asks of its server. */

export interface Finding { file: string; line: number; column: number; severity: "error" | "warning" | "note"; rule: string; message: string; wayOut: string }
export interface FlowState {
  id: string; title: string; errors: number; warnings: number; tests: number; waiting: boolean; reviewed: boolean;
  steps: string[]; visited: string[]; files: string[]; failed: Record<string, string>;
}
export interface Flows { revision: number; sound: boolean; flows: FlowState[] }
export interface Saved { tag: string; revision: number; sound: boolean; findings: Finding[] }
export interface Opened { text: string; tag: string }
export type Shown = "flow" | "tests" | "walks";

/** The server said no, in words for the author. */
export class Refused extends Error {
  constructor(readonly status: number, message: string) { super(message); }
}

const MISSING = 404;
const at = (path: string): string => new URL(`api/${path}`, location.href).href;
const file = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

async function ask(path: string, how: RequestInit = {}): Promise<Response> {
  const answer = await fetch(at(path), { cache: "no-store", ...how }).catch(() => { throw new Refused(0, "The server does not answer."); });
  if (answer.status === 401) location.reload();
  if (!answer.ok) throw new Refused(answer.status, await words(answer));
  return answer;
}

async function words(answer: Response): Promise<string> {
  try { return (await answer.json() as { problem: string }).problem; } catch { return "The server refused that."; }
}

export const flows = async (): Promise<Flows> => await (await ask("flows")).json() as Flows;

/** Undefined where the folder has none. */
export async function schema(): Promise<unknown> {
  try { return await (await ask("schema")).json(); } catch (e) { if (e instanceof Refused && e.status === MISSING) return undefined; throw e; }
}

export async function open(path: string): Promise<Opened> {
  const answer = await ask(`files/${file(path)}`);
  return { text: await answer.text(), tag: answer.headers.get("etag") ?? "" };
}

export const save = async (path: string, text: string, tag: string): Promise<Saved> =>
  await (await ask(`files/${file(path)}`, { method: "PUT", body: text, headers: { "if-match": tag } })).json() as Saved;

export const check = async (path: string, text: string): Promise<Finding[]> =>
  (await (await ask(`check/${file(path)}`, { method: "POST", body: text })).json() as { findings: Finding[] }).findings;

export const graph = async (flow: string, shown: Shown): Promise<string> => (await ask(`graph/${file(flow)}?show=${shown}`)).text();

export const begin = async (flow: string, step?: string): Promise<string> =>
  (await (await ask("talks", { method: "POST", body: JSON.stringify({ flow, step }) })).json() as { token: string }).token;

export const record = async (flow: string, token: string, name: string, as: string): Promise<Saved> =>
  await (await ask(`tests/${file(flow)}`, { method: "POST", body: JSON.stringify({ token, name, file: as }) })).json() as Saved;

/** Calls back with the revision whenever a file has changed; without one when the server is back after it was gone. */
export function watch(changed: (revision?: number) => void): void {
  const url = new URL("changes", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  let gone = false;
  const connect = (): void => {
    const socket = new WebSocket(url);
    socket.onopen = () => { if (gone) changed(); gone = false; };
    socket.onmessage = event => changed(Number(event.data));
    socket.onclose = () => { gone = true; setTimeout(connect, 1_000); };
  };
  connect();
}
