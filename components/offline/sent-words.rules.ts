/**
 * What is said once kept acts went out.
 * @param sent how many the console took
 * @param of how many there were; the room says what became of the others
 * @param second at how many steps somebody else was first
 */
export function sentWords(sent: number, of: number, second: number): string {
  const words =
    sent < of
      ? `${sent} of ${of} kept acts ${sent === 1 ? "is" : "are"} sent`
      : sent === 1
        ? "What was kept is sent"
        : `${sent} kept acts are sent`;
  if (second === 0) return `${words}.`;
  return `${words}. Somebody else was first at ${second} of them: both are on the timeline.`;
}
