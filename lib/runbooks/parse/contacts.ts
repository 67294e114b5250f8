import { listedContacts } from "./contact-list";
import { contactRows } from "./contact-table";
import type { Contact, ParsedSection } from "./types";
import { blocksOf } from "./walk-sections";
import { readYaml } from "./yaml";

/** People and teams from YAML fences with a `contacts:` mapping or list, and from tables and lists that say how to reach them. */
export function readContacts(sections: readonly ParsedSection[]): Contact[] {
  return sections.flatMap((section) => [
    ...listedContacts(section),
    ...blocksOf(section).flatMap((block) => {
      if (block.type === "table") return contactRows(block);
      if (block.type !== "code" || !/^ya?ml$/i.test(block.lang ?? "") || !block.text.includes("contacts"))
        return [];
      return contactsIn(block.text, block.lines.start + 1);
    }),
  ]);
}

function contactsIn(text: string, firstLine: number): Contact[] {
  const contacts = asRecord(readYaml(text))?.["contacts"];
  const entries: [string | null, unknown][] = Array.isArray(contacts)
    ? contacts.map((entry: unknown) => [null, entry])
    : Object.entries(asRecord(contacts) ?? {});
  const rows = text.split("\n");
  return entries.flatMap(([role, entry]) => {
    const fields = Object.entries(asRecord(entry) ?? {}).filter(
      (field): field is [string, string] => typeof field[1] === "string",
    );
    const name = fields.find(([key]) => key === "name")?.[1] ?? role;
    if (name === null) return [];
    const at = rows.findIndex((row) => row.includes(role === null ? name : `${role}:`));
    const channels = fields.filter(([key]) => key !== "name" && key !== "role");
    return [
      {
        name,
        role: role ?? fields.find(([key]) => key === "role")?.[1] ?? null,
        channels: channels.map(([kind, value]) => ({ kind, value })),
        line: firstLine + Math.max(at, 0),
      },
    ];
  });
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
