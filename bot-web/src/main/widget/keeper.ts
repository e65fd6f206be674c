/** Holds a conversation's token while it is open, so that a reload goes on with it. A browser that refuses has no reload. */
export class Keeper {
  constructor(private readonly key: string) {}

  get(): string | undefined {
    try { return sessionStorage.getItem(this.key) ?? undefined; } catch { return undefined; }
  }

  set(token: string | undefined): void {
    try { if (token) sessionStorage.setItem(this.key, token); else sessionStorage.removeItem(this.key); } catch { /* refused */ }
  }
}
