/** Whose words they are: an id. */
const OWNER = "qd:owner";

let isLeft = false;

/**
 * What this browser tab remembers until it is closed: over a reload and a wrong click. Where the browser keeps no more,
 * or nothing at all, things live as long as the page.
 */
export function keepInTab(name: string, value: unknown): void {
  if (!isLeft) attempt(() => sessionStorage.setItem(name, JSON.stringify(value)));
}

/** What was kept under a name; null when there is nothing, also on the server. */
export function keptInTab<Value>(name: string): Value | null {
  return attempt(() => JSON.parse(sessionStorage.getItem(name) ?? "null") as Value | null) ?? null;
}

export function forgetInTab(name: string): void {
  attempt(() => sessionStorage.removeItem(name));
}

/** This person uses the tab now: what somebody else typed in it, whose session has ended, is not theirs to see. */
export function claimTab(personId: string): void {
  const owner = keptInTab<string>(OWNER);
  if (owner !== null && owner !== personId) attempt(() => sessionStorage.clear());
  keepInTab(OWNER, personId);
}

/**
 * All of it, for good: whoever signs in next in this tab is perhaps somebody else. What the page does on its way out
 * keeps nothing more.
 */
export function forgetTab(): void {
  isLeft = true;
  attempt(() => sessionStorage.clear());
}

function attempt<Result>(access: () => Result): Result | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
