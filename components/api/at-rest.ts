/** Does work once the page has come to rest: it must not hold up what somebody waits for. In browsers only. */
export function atRest(work: () => void): void {
  const later = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 500));
  later(work);
}
