/** The heading that a page puts the focus on, such as "Next for you" in a room, where it is in sight; else the page. */
export function pageBegin(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>("main h2[tabindex='-1']");
  return heading && heading.getClientRects().length > 0 ? heading : document.querySelector("main");
}

/**
 * Before a line goes together with the button that was pressed in it: the focus passes to the same button of the next line,
 * else of the one before, else to where the page begins.
 * @param alike selects these buttons
 */
export function passFocus(from: HTMLElement, alike: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(alike)];
  const at = all.indexOf(from);
  const to = all[at + 1] ?? all[at - 1] ?? pageBegin();
  to?.focus({ preventScroll: true });
}
