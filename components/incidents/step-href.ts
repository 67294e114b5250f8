/** The room with this step on its card, also when that is the page one is on. */
export function stepHref(incidentKey: string, itemId: string): string {
  return `/incidents/${incidentKey}?step=${itemId}`;
}
