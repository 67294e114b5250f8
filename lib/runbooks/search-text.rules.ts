import type { ParsedRunbook } from "./parse/types";

/** What a search looks through: title, triggers, headings, steps, commands; small letters, one line each. */
export function searchTextOf(parsed: Pick<ParsedRunbook, "title" | "triggers" | "sections">): string {
  const lines = [parsed.title, ...parsed.triggers.map((trigger) => trigger.text)];
  for (const section of parsed.sections) {
    lines.push(section.title);
    for (const item of section.items) {
      if (item.type === "step") lines.push(item.text, ...item.commands.map((command) => command.text));
      if (item.type === "criterion") lines.push(item.text);
    }
  }
  return lines.join("\n").toLowerCase();
}
