import type { Context } from "@/lib/db/context";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentRole } from "@/lib/timeline/events/common";
import type { Written } from "./dto";
import { lockIncident } from "./locked-incident";
import { decideRole } from "./people.rules";
import { checkPerson } from "./references";
import { takePart } from "./take-part";
import { written } from "./written";

/**
 * Gives somebody a role; they take part from now on. Who was deputy, communications lead or scribe before becomes
 * a responder.
 * @throws Failure `conflict` for the commander, or when they have the role already; `invalid` for a person who
 *   cannot take part
 */
export async function assignRole(
  ctx: Context,
  { key, personId, role }: { key: string; personId: string; role: IncidentRole },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "person.assign_role");
  const { row, facts, stream, at } = incident;
  const { changes } = orThrow(
    decideRole({ commanderId: row.commanderId, participants: facts.participants, personId, role }),
  );
  await checkPerson(ctx, personId);
  const entries: Entry[] = [];
  for (const { personId: who, from, role: to } of changes) {
    await takePart(ctx, incident, who, to);
    entries.push(
      await append(
        ctx,
        stream,
        at,
        from === null
          ? { kind: "person.joined", data: { personId: who, role: to } }
          : { kind: "person.role_changed", data: { personId: who, from, to } },
      ),
    );
  }
  return written(incident, ...entries);
}
