import { z } from "zod";
import { id } from "@/lib/timeline/events/common";

export const targetKind = z.enum(["http", "prometheus"]);
export type TargetKind = z.infer<typeof targetKind>;

export const targetInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Name it as people call it, like staging API.")
    .max(80, "Keep the name under 80 characters."),
  kind: targetKind,
  /** Paths of checks go below it. */
  baseUrl: z.string().trim().min(1, "Give its address.").max(1_000),
  /** Sent as a bearer token. It is never shown again. */
  secret: z
    .string()
    .trim()
    .max(4_000)
    .regex(/^[\x21-\x7e]*$/, "A token has letters, digits and signs, without blanks.")
    .nullable()
    .default(null),
});
export type TargetInput = z.output<typeof targetInput>;

export const targetParams = z.object({ targetId: id });
