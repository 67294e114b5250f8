import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import type { IncidentStatus } from "@/lib/timeline/events/common";
import type { z } from "zod";
import { attention, inOrder } from "./attention.rules";
import { parts, readCursor, writeCursor, type Cursor, type Part } from "./list-cursor";
import type { ListDto } from "./dto";
import type { listQuery } from "./list-filters";
import { openStatuses, readOpen } from "./read-open";
import { readRowsById } from "./row";
import { whereListed } from "./where-listed";

const statusesOf: Record<"owed" | "over", readonly IncidentStatus[]> = {
  owed: ["resolved"],
  over: ["closed", "cancelled"],
};

/**
 * A page of the incidents that the actor may see: what needs attention first, then running, then resolved ones,
 * then what is over. The number of queries hangs on neither the page nor the number of incidents.
 */
export async function listIncidents(ctx: ReadContext, query: z.output<typeof listQuery>): Promise<ListDto> {
  const now = ctx.clock.now().getTime();
  const where = whereListed(ctx.actor, query, await zoneOf(ctx, query));
  const wanted = wantedParts(query.status);
  const begin = query.after ? readCursor(query.after) : null;

  const open = wanted.includes("open") ? inOrder(await readOpen(ctx, where), now) : [];
  const ids: string[] = [];
  let next: Cursor | null = null;
  for (const part of wanted.slice(begin ? Math.max(0, wanted.indexOf(begin.part)) : 0)) {
    const at = begin?.part === part ? begin : null;
    const room = query.limit - ids.length;
    if (room === 0) {
      next = part === "open" ? { part, skip: 0 } : { part, after: null };
      break;
    }
    const page =
      part === "open"
        ? openPage(open, at, room)
        : await readPart(ctx, where, { part, statuses: narrowed(part, query.status), at, room });
    ids.push(...page.ids);
    next = page.next;
    if (next) break;
  }

  const [rows, total] = await Promise.all([readRowsById(ctx, ids), countAll(ctx, query.kind)]);
  const attended = open.filter((row) => attention(row, now).group === "needs_attention").length;
  const counts = { needsAttention: attended, running: open.length - attended };
  return {
    rows,
    next: next && writeCursor(next),
    counts,
    open: await countOpen(ctx, query, open.length),
    total,
  };
}

/** The person's own zone, read only when days are asked for. */
async function zoneOf({ db, actor }: ReadContext, { from, to }: z.output<typeof listQuery>): Promise<string> {
  if ((!from && !to) || actor.kind !== "person") return "UTC";
  const person = await db.person.findUnique({ where: { id: actor.id }, select: { timeZone: true } });
  return person?.timeZone ?? "UTC";
}

/** No filter: everything. "Open" shows what is not finished: resolved ones whose summary is owed come along. */
function wantedParts(status: z.output<typeof listQuery>["status"]): Part[] {
  if (!status) return [...parts];
  return parts.filter((part) => {
    if (part === "open") return status.includes("open");
    if (part === "owed") return status.includes("open") || status.includes("resolved");
    return status.includes("closed") || status.includes("cancelled");
  });
}

function narrowed(part: "owed" | "over", status: z.output<typeof listQuery>["status"]): IncidentStatus[] {
  const all = statusesOf[part];
  if (!status || part === "owed") return [...all];
  return all.filter((one) => status.some((asked) => asked === one));
}

function openPage(
  open: readonly { id: string }[],
  at: Cursor | null,
  room: number,
): { ids: string[]; next: Cursor | null } {
  const skip = at?.part === "open" ? at.skip : 0;
  const ids = open.slice(skip, skip + room).map(({ id }) => id);
  return { ids, next: open.length > skip + room ? { part: "open", skip: skip + room } : null };
}

/** One part by declaration, newest first, from behind the cursor on. */
async function readPart(
  ctx: ReadContext,
  where: ReturnType<typeof whereListed>,
  ask: { part: "owed" | "over"; statuses: IncidentStatus[]; at: Cursor | null; room: number },
): Promise<{ ids: string[]; next: Cursor | null }> {
  const after = ask.at && ask.at.part !== "open" ? ask.at.after : null;
  const found = await ctx.db.incident.findMany({
    where: {
      AND: [
        where,
        { status: { in: ask.statuses } },
        // The first condition alone lets the index begin at the right place.
        after ? { declaredAt: { lte: after.declaredAt } } : {},
        after ? { NOT: { declaredAt: after.declaredAt, id: { gte: after.id } } } : {},
      ],
    },
    orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    take: ask.room + 1,
    select: { id: true, declaredAt: true },
  });
  const page = found.slice(0, ask.room);
  const last = page.at(-1);
  const next = found.length > ask.room && last ? { part: ask.part, after: last } : null;
  return { ids: page.map(({ id }) => id), next };
}

/** All there ever were: numbers have no gaps, so the counter knows without counting. */
async function countAll(ctx: ReadContext, kind: "real" | "drill" | "any"): Promise<number> {
  const names = kind === "any" ? ["incident:real", "incident:drill"] : [`incident:${kind}`];
  const rows = await ctx.db.counter.findMany({ where: { name: { in: names } }, select: { value: true } });
  return rows.reduce((sum, { value }) => sum + value, 0);
}

/** How many are open whatever the filters; read already when there are none. */
async function countOpen(
  ctx: ReadContext,
  { kind, ...query }: z.output<typeof listQuery>,
  known: number,
): Promise<number> {
  const filters = [query.severity, query.environment, query.service, query.commander, query.mine];
  const isWhole = [...filters, query.q, query.from, query.to].every((filter) => filter === undefined);
  if (isWhole && (query.status?.includes("open") ?? true)) return known;
  const where = {
    AND: [visibleTo(ctx.actor), kind === "any" ? {} : { kind }, { status: { in: [...openStatuses] } }],
  };
  return ctx.db.incident.count({ where });
}
