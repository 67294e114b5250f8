import { z } from "zod";
import { startInput } from "@/lib/checklists/schemas";
import { declareInput, incidentKey, reason } from "@/lib/incidents/schemas";
import { id } from "@/lib/timeline/events/common";
import { updateInput } from "@/lib/updates/schemas";

/** Declaring, with the runbook to begin with. */
export const declareRoomInput = declareInput
  .extend({ runbookVersionId: id.nullable().default(null), sectionKeys: startInput.shape.sectionKeys })
  .refine(({ runbookVersionId, sectionKeys }) => runbookVersionId !== null || !sectionKeys, {
    ...{ path: ["runbookVersionId"], message: "Say of which runbook version these sections are." },
  });
export type DeclareRoomInput = z.output<typeof declareRoomInput>;

/** The final update, posted in the same step. */
export const resolveInput = updateInput.omit({ number: true, nextMinutes: true });
export type ResolveInput = z.output<typeof resolveInput>;

export const cancelInput = z.strictObject({
  reason,
  /** The key of the incident it was merged into. */
  mergedInto: incidentKey.nullable().default(null),
});
export type CancelInput = z.output<typeof cancelInput>;

export const closeInput = z.strictObject({ reason: reason.nullable().default(null) });
