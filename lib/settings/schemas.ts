import { z } from "zod";
import { id } from "@/lib/timeline/events/common";

/** What incidents are declared on: both have a name and can be archived, and work the same. */
export const catalogueKind = z.enum(["environment", "service"]);
export type CatalogueKind = z.infer<typeof catalogueKind>;

export const nameInput = z.object({
  name: z.string().trim().min(1, "Give a name.").max(80, "Keep the name under 80 characters."),
});

export const idParams = z.object({ id });

export const catalogueItemDto = z.object({ id, name: z.string(), archived: z.boolean() });
export type CatalogueItem = z.infer<typeof catalogueItemDto>;

export const catalogueDto = z.object({
  environments: z.array(catalogueItemDto),
  services: z.array(catalogueItemDto),
});
export type Catalogue = z.infer<typeof catalogueDto>;
