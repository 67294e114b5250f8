import type { Db } from "@/lib/db/client";
import { foldAndTables } from "@/lib/room/testing/fold-and-tables";
import { canonical } from "@/lib/timeline/hash.rules";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";
import type { Acknowledged } from "./act";
import { gapsIn, type Found, type FoundEntry, type ToldAct, type ToldEntry } from "./judge.rules";

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** An act as its answer told it. */
export function toldBy({ act, outcome, entries }: Acknowledged): ToldAct {
  const hasWords = JSON.stringify(act.body).includes(act.key);
  return { key: act.key, outcome, hasWords, entries: entries.map(describe) };
}

/** Everything that stands on the timelines of incidents, and the stored answers of these people. */
export async function readFound(db: Db, people: readonly string[]): Promise<Found> {
  const inIncidents = { stream: { kind: "incident" as const } };
  const rows = await db.timelineEntry.findMany({ where: inIncidents });
  const texts = await db.entryText.findMany({ select: { streamId: true, seq: true, text: true } });
  const actKeys = new Map<string, string>();
  for (const { streamId, seq, text } of texts) {
    const key = text?.match(UUID)?.[0];
    if (key) actKeys.set(placeOf({ streamId, seq }), key);
  }
  const answers = await db.idempotentResult.findMany({
    where: { actorKey: { in: [...people] } },
    select: { key: true },
  });
  const entries = rows.map((row): FoundEntry => {
    const actor = { kind: row.actorKind, id: row.actorId };
    const told = describe({ ...row, at: row.at.toISOString(), actor, data: JSON.parse(row.data) as object });
    return { ...told, actKey: actKeys.get(told.place) ?? null };
  });
  return { entries, answers: answers.map(({ key }) => key) };
}

/** What else must hold of every record; one line for each thing that does not. */
export async function findFaults(db: Db, declared: number): Promise<string[]> {
  const faults: string[] = [];
  const incidents = await db.incident.findMany({ select: { id: true, key: true, number: true } });
  const { missing, twice } = gapsIn(incidents.map(({ number }) => number));
  if (missing.length > 0) faults.push(`no incident has the number ${missing.join(", ")}`);
  if (twice.length > 0) faults.push(`two incidents have the number ${twice.join(", ")}`);
  if (incidents.length !== declared)
    faults.push(`${declared} incidents were declared, ${incidents.length} are there`);
  const counter = await db.counter.findUnique({ where: { name: "incident:real" } });
  if (counter?.value !== incidents.length) faults.push(`the counter stands at ${counter?.value}`);

  for (const { id } of await db.stream.findMany({ select: { id: true } })) {
    const name = incidents.find((incident) => incident.id === id)?.key ?? "the audit log";
    const { problems } = await verifyStream({ db }, id);
    faults.push(...problems.map(({ seq, what }) => `${name} #${seq}: ${what}`));
  }
  for (const { id, key } of incidents) {
    const { folded, tables } = await foldAndTables({ db }, id);
    if (canonical(folded) !== canonical(tables))
      faults.push(`${key}: its tables are not what its timeline says`);
  }
  return faults;
}

interface Described {
  streamId: string;
  seq: number;
  kind: string;
  at: string;
  actor: { kind: string; id: string | null };
  data: object;
}

function describe(entry: Described): ToldEntry {
  const { kind, at, actor, data } = entry;
  return { place: placeOf(entry), facts: canonical([kind, at, actor.kind, actor.id, data]) };
}

function placeOf({ streamId, seq }: { streamId: string; seq: number }): string {
  return `${streamId}:${seq}`;
}
