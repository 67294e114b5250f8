import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import type { Entry } from "@/lib/timeline/events";
import { incidentRow } from "./row.dto";

/** An entry as it goes over the wire; `data` has the shape that its kind says (docs/timeline.md). */
export const entryDto = z.object({
  streamId: id,
  seq: z.int().positive(),
  kind: z.string(),
  version: z.int().positive(),
  actor: z.object({ kind: z.enum(["person", "token", "system"]), id: id.nullable(), via: z.string() }),
  at: moment,
  occurredAt: moment.nullable(),
  data: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string().nullable()),
}) as unknown as z.ZodType<Entry>;

/** What every write to an incident answers: the entries it made, to be applied with the shared fold. */
export const writtenDto = z.object({ id, key: z.string(), entries: z.array(entryDto) });
export type Written = z.infer<typeof writtenDto>;

/** A page of the list. */
export const listDto = z.object({
  rows: z.array(incidentRow),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
  /** Of the open ones that the filters let through, on all pages. */
  counts: z.object({ needsAttention: z.int(), running: z.int() }),
  /** How many are open, and how many there ever were, whatever the filters. */
  open: z.int(),
  total: z.int(),
});
export type ListDto = z.infer<typeof listDto>;

export const contactsDto = z.object({
  contacts: z.array(
    z.object({
      personId: id,
      addresses: z.array(z.object({ kind: z.enum(["email", "phone", "chat"]), value: z.string() })),
    }),
  ),
  /** Whom the runbooks that are walked name; those that name nobody are left out. */
  runbooks: z.array(
    z.object({
      slug: z.string(),
      number: z.int(),
      title: z.string(),
      escalation: z.array(
        z.object({ issue: z.string(), target: z.string().nullable(), within: z.string().nullable() }),
      ),
      contacts: z.array(
        z.object({
          name: z.string(),
          role: z.string().nullable(),
          channels: z.array(z.object({ kind: z.string(), value: z.string() })),
        }),
      ),
    }),
  ),
});
export type ContactsDto = z.infer<typeof contactsDto>;
