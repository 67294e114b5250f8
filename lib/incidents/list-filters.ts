import { z } from "zod";
import { id, severity } from "@/lib/timeline/events/common";

/** One value or several: ?service=a&service=b. */
const several = <T extends z.ZodType>(value: T) =>
  z.union([value.transform((one) => [one]), z.array(value).max(50)]);

/** Days that calendars agree on, with room for a time zone before and after. */
const day = z.iso.date().refine((text) => text >= "1970" && text < "9000", "Choose a day after 1970.");

export const statusFilters = ["open", "resolved", "closed", "cancelled"] as const;

/** The list's filters as they stand in the address. Absent: everything, but drills. */
export const listFilters = z.object({
  /** "open" is all that is not yet resolved. */
  status: several(z.enum(statusFilters)).optional(),
  severity: several(z.coerce.number().pipe(severity)).optional(),
  environment: several(id).optional(),
  service: several(id).optional(),
  /** A person's id, or "nobody". */
  commander: several(z.union([id, z.literal("nobody")])).optional(),
  /** I command it, declared it or take part in it. */
  mine: z
    .enum(["1", "true"])
    .transform(() => true as const)
    .optional(),
  /** Words in the title, or a key. */
  q: z.string().trim().max(200).optional(),
  /** First and last day of the declaration, in the time zone of who asks (a token: UTC). */
  from: day.optional(),
  to: day.optional(),
  /** Drills are hidden unless asked for. */
  kind: z.enum(["real", "drill", "any"]).default("real"),
});
export type ListFilters = z.output<typeof listFilters>;

export const listQuery = listFilters.extend({
  /** Where the page begins, as the page before said. */
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
