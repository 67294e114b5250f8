import type { IncidentFacts } from "@/lib/auth/policy.rules";
import type { ReadContext } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { z } from "zod";
import type { SavedDraftDto } from "./dto";
import { draftBody } from "./schemas";

/** As it is stored: with the number it was written for, so that a posted one's draft is never taken for the next. */
export const storedDraft = draftBody.extend({ number: z.int().positive() });

/** The draft that was saved for this update; null when there is none. */
export async function readSavedDraft(
  { db }: Pick<ReadContext, "db">,
  incidentId: string,
  number: number,
): Promise<SavedDraftDto | null> {
  const row = await db.updateDraft.findUnique({ where: { incidentId } });
  if (!row) return null;
  const { number: writtenFor, ...body } = storedDraft.parse(row.body);
  if (writtenFor !== number) return null;
  return { body, rev: row.rev, savedById: row.savedById, savedAt: row.savedAt.toISOString() };
}

/** What saving a draft needs to know of an incident, read without its lock. */
export async function readDraftFacts(
  { db }: Pick<ReadContext, "db">,
  key: string,
): Promise<{ id: string; facts: IncidentFacts; cadence: unknown }> {
  const row = await db.incident.findUnique({
    where: { key },
    select: {
      ...{ id: true, visibility: true, commanderId: true, declaredById: true, cadence: true },
      participants: { where: { leftAt: null }, select: { personId: true, role: true } },
    },
  });
  // The words of an incident that may not be seen (lib/auth/authorise.ts): they must not differ.
  if (!row) throw new Failure("not_found", "There is no such incident.");
  const { id, cadence, ...facts } = row;
  return { id, facts, cadence };
}
