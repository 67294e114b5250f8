import type { Context } from "@/lib/db/context";
import { newId } from "@/lib/kernel/ids";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { optionalText } from "@/lib/timeline/texts";
import { decideOffer, OFFER_MS } from "./command.rules";
import type { Written } from "./dto";
import { lockIncident, type LockedIncident } from "./locked-incident";
import { personOf } from "./person-of";
import { checkPerson } from "./references";
import { takePart } from "./take-part";
import { updateIncident } from "./update-incident";
import { written } from "./written";

/**
 * Offers command to somebody; the commander keeps it until they accept. Clocks run on.
 * Who could not see the incident takes part from now on, or they could not answer.
 * @throws Failure `conflict` while another offer stands; `invalid` for a person who cannot command
 */
export async function offerCommand(
  ctx: Context,
  { key, personId, note }: { key: string; personId: string; note: string | null },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.offer");
  const { row, stream, at, facts } = incident;
  const { id: from } = personOf(ctx);
  orThrow(decideOffer(row, personId));
  await checkPerson(ctx, personId);
  const words = optionalText(note);

  await updateIncident(ctx, incident, { offeredToId: personId, offeredAt: at });
  await remindAt(ctx, incident, new Date(at.getTime() + OFFER_MS));
  const joined = [];
  if (facts.visibility === "members" && !facts.participants.some((p) => p.personId === personId)) {
    await takePart(ctx, incident, personId, "responder");
    const data = { personId, role: "responder" } as const;
    joined.push(await append(ctx, stream, at, { kind: "person.joined", data }));
  }
  const data = { from, to: personId, note: words?.ref ?? null };
  const offered = await append(ctx, stream, at, { kind: "command.offered", data, texts: [words] });
  return written(incident, ...joined, offered);
}

/** Due work then says that nobody has answered, unless the offer is over. */
async function remindAt(ctx: Context, { row, at }: LockedIncident, dueAt: Date): Promise<void> {
  await ctx.db.dueItem.createMany({
    data: [{ id: newId(), incidentId: row.id, kind: "offer", key: at.toISOString(), dueAt }],
    skipDuplicates: true,
  });
}
