import { z } from "zod";
import { accessRole, id } from "@/lib/timeline/events/common";

/** Names by id, for every screen: entries and states hold only ids. Nothing here is more than a colleague may know. */
export const directoryDto = z.object({
  people: z.array(z.object({ id, name: z.string(), accessRole, deactivated: z.boolean() })),
  services: z.array(z.object({ id, name: z.string(), archived: z.boolean() })),
  environments: z.array(z.object({ id, name: z.string(), archived: z.boolean() })),
});
export type Directory = z.infer<typeof directoryDto>;
