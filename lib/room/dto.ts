import { z } from "zod";
import { entryDto } from "@/lib/incidents/dto";
import { id } from "@/lib/timeline/events/common";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** The whole state of an incident; its shape is lib/timeline/fold/state.ts. */
const incidentStateDto = z
  .object({ id, seq: z.int(), key: z.string() })
  .loose() as unknown as z.ZodType<IncidentState>;

/** What a screen of an incident begins with: everything else arrives as entries. */
export const roomDto = z.object({
  state: incidentStateDto,
  /** The newest entries, newest first. */
  entries: z.array(entryDto),
  /** Older ones that are pinned, newest first, with the older ones that pin and correct them. */
  olderPins: z.array(entryDto),
  /** When each person was last active in the room: person id → epoch milliseconds. */
  presence: z.record(z.string(), z.number()),
  /** Keys of the other incidents that its entries speak of, by id; those that the reader may not see are left out. */
  incidentKeys: z.record(z.string(), z.string()),
});
export type RoomDto = z.infer<typeof roomDto>;
