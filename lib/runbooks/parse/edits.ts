import { z } from "zod";

/** A place in a document: a line from 1, and UTF-16 units before it on that line. */
const placeSchema = z.object({ line: z.number().int(), column: z.number().int() });

/** Replaces what stands between two places; the same place twice inserts there. */
export const editSchema = z.object({ from: placeSchema, to: placeSchema, text: z.string() });

export type Edit = z.infer<typeof editSchema>;
