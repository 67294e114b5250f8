import { forgetTab } from "@/components/ui/tab-memory";

/** Loads a page of the console anew: nothing that this session has read stays in memory. */
export function leaveTo(path: string): void {
  window.location.href = new URL(path, window.location.origin).href;
}

/** To the sign-in page of whoever comes next: what this person typed does not stay in the tab. */
export function leaveSignedOut(): void {
  forgetTab();
  leaveTo("/sign-in");
}

/** To the sign-in page, and back to this one afterwards. */
export function leaveToSignIn(): void {
  const { pathname, search } = window.location;
  leaveTo(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
