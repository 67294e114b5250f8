/** A key such as INC-42 or DRILL-7, in any case. */
export const INCIDENT_KEY = /^(INC|DRILL)-[1-9]\d{0,9}$/i;

/** Whether a text is the key of an incident, and nothing else. */
export function isIncidentKey(text: string): boolean {
  return INCIDENT_KEY.test(text);
}
