/** Holds a conversation's token while it is open, so that a reload goes on with it. A browser that refuses has no reload. */
export interface Keeper {
  get(): string | undefined;
  set(token: string | undefined): void;
}

export const keeper = (key: string): Keeper => ({
  get: () => { try { return sessionStorage[key]; } catch { return undefined; } },
  set: token => { try { if (token) sessionStorage[key] = token; else delete sessionStorage[key]; } catch { /* refused */ } },
});
