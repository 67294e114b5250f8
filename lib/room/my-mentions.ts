import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import { REDACTED } from "@/lib/kernel/redacted";
import { readTexts } from "@/lib/timeline/read-texts";
import type { MyMention } from "./day.dto";

const AT_MOST = 20;
const FOR_MS = 14 * 86_400_000;

/**
 * Notes of the last 14 days that mention the actor, newest first, in incidents whose room they have not been active
 * in since; those that they put away are left out.
 */
export async function readMyMentions(ctx: ReadContext): Promise<MyMention[]> {
  const { db, actor } = ctx;
  if (actor.kind !== "person") return [];
  const found = await findMentions(ctx, actor.id);
  const [texts, incidents] = await Promise.all([
    readTexts(
      ctx,
      found.map(({ textId }) => textId),
    ),
    db.incident.findMany({
      where: { id: { in: found.map(({ incidentId }) => incidentId) }, AND: [visibleTo(actor)] },
      select: { id: true, key: true },
    }),
  ]);
  const keys = new Map(incidents.map(({ id, key }) => [id, key]));
  return found.flatMap(({ incidentId, seq, byId, at, textId }) => {
    const incidentKey = keys.get(incidentId);
    return incidentKey
      ? [{ incidentKey, seq, byId, at: at.toISOString(), text: texts.get(textId) ?? REDACTED }]
      : [];
  });
}

interface Found {
  incidentId: string;
  seq: number;
  byId: string | null;
  at: Date;
  textId: string;
}

/** The first two conditions are the index's (prisma/migrations, find_mentions): not every note there is. */
function findMentions({ db, clock }: ReadContext, me: string): Promise<Found[]> {
  const since = new Date(clock.now().getTime() - FOR_MS);
  return db.$queryRaw<Found[]>`
    SELECT e.stream_id AS "incidentId", e.seq, e.actor_id AS "byId", e.at, e.data::json->'text'->>'textId' AS "textId"
    FROM timeline_entries e
    LEFT JOIN presence p ON p.incident_id = e.stream_id AND p.person_id = ${me}::uuid
    LEFT JOIN dismissals d ON d.incident_id = e.stream_id AND d.seq = e.seq AND d.person_id = ${me}::uuid
    WHERE e.kind = 'note.added' AND e.data NOT LIKE '{"mentions":[],%' AND e.at >= ${since}
      AND e.data LIKE ${`%"${me}"%`} AND e.actor_id IS DISTINCT FROM ${me}::uuid
      AND (p.active_at IS NULL OR p.active_at < e.at) AND d.seq IS NULL
    ORDER BY e.at DESC, e.seq DESC LIMIT ${AT_MOST}`;
}
