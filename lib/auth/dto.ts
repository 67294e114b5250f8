import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";

/** Who came in by a one-time link; the page signs them in with the password that was just typed. */
export const enteredDto = z.object({ personId: id, email: z.string() });
export type Entered = z.infer<typeof enteredDto>;

/** A one-time link, shown once. */
export const linkDto = z.object({ id, url: z.string(), expiresAt: moment });
export type Link = z.infer<typeof linkDto>;

/** For writes whose result is only that they are done. */
export const doneDto = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof doneDto>;
export const done: Done = { done: true };
