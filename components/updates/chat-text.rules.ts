/**
 * A message as a chat shows it: marks taken off, signs put back.
 * @param text as it is sent (lib/outbox/channels/slack.ts)
 */
export function readAsChat(text: string): { text: string; bold: boolean }[] {
  return text.split("\n").map((line) => {
    const bold = /^\*.+\*$/.test(line);
    const words = bold ? line.slice(1, -1) : line;
    return { bold, text: words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&") };
  });
}
