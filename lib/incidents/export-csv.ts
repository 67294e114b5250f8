import type { ReadContext } from "@/lib/db/context";
import type { z } from "zod";
import { csvLine } from "./csv.rules";
import { listIncidents } from "./list";
import type { listFilters } from "./list-filters";
import type { IncidentRow } from "./row";

/** A file longer than this is no list any more. */
const AT_MOST = 20_000;
const PAGE = 100;

const HEAD = [
  "Key",
  "Kind",
  "Title",
  "Severity",
  "Status",
  "Environment",
  "Services",
  "Commander",
  "Declared (UTC)",
  "Started (UTC)",
  "Acknowledged (UTC)",
  "Resolved (UTC)",
  "Updates posted",
  "Steps over",
  "Steps",
  "Summary",
];

/** The filtered list as CSV (RFC 4180), in the list's order, up to 20,000 incidents. */
export async function exportCsv(ctx: ReadContext, filters: z.output<typeof listFilters>): Promise<string> {
  const names = await readNames(ctx);
  const lines = [csvLine(HEAD)];
  let after: string | undefined;
  do {
    const page = await listIncidents(ctx, { ...filters, after, limit: PAGE });
    lines.push(...page.rows.map((row) => csvLine(cells(row, names))));
    after = page.next ?? undefined;
  } while (after && lines.length < AT_MOST);
  // Excel takes a file for UTF-8 only with a byte order mark.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cells(row: IncidentRow, names: Map<string, string>): (string | number)[] {
  const name = (id: string | null) => (id ? (names.get(id) ?? "") : "");
  return [
    row.key,
    row.kind,
    row.title,
    row.severity,
    row.status,
    name(row.environmentId),
    row.serviceIds.map(name).join("; "),
    name(row.commanderId),
    row.declaredAt,
    row.startedAt ?? "",
    row.acknowledgedAt ?? "",
    row.resolvedAt ?? "",
    row.cadence.updatesPosted,
    row.steps.over,
    row.steps.total,
    row.summary?.state.replaceAll("_", " ") ?? "",
  ];
}

async function readNames({ db }: ReadContext): Promise<Map<string, string>> {
  const select = { id: true, name: true } as const;
  const named = await Promise.all([
    db.person.findMany({ select }),
    db.service.findMany({ select }),
    db.environment.findMany({ select }),
  ]);
  return new Map(named.flat().map(({ id, name }) => [id, name]));
}
