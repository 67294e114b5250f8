import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import { partName } from "@/lib/summaries/schemas";

const found = {
  incidentKey: z.string(),
  incidentTitle: z.string(),
  /** Who wrote it; null for the console itself. */
  byId: id.nullable(),
  at: moment,
  /** So much of the text as fits into a line, with the words in it. */
  excerpt: z.string(),
};

export const foundTextDto = z.discriminatedUnion("in", [
  z.object({ in: z.literal("timeline"), seq: z.int(), kind: z.string(), ...found }),
  z.object({ in: z.literal("summary"), part: partName, ...found }),
]);
export type FoundText = z.infer<typeof foundTextDto>;
export const foundTextsDto = z.object({ texts: z.array(foundTextDto) });
export type FoundTextsDto = z.infer<typeof foundTextsDto>;

export const foundTextsQuery = z.object({
  q: z.string().trim().min(1, "Say what to look for.").max(200, "Look for under 200 characters."),
});
