import { z } from "zod";
import { email, personName, timeZone } from "@/lib/auth/schemas";
import { accessRole, id } from "@/lib/timeline/events/common";

export const personParams = z.object({ id });

export const inviteInput = z.object({ email, name: personName.nullable().default(null), accessRole });
export type InviteInput = z.output<typeof inviteInput>;

export const accessRoleInput = z.object({ accessRole });

const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d ()/-]{5,30}$/, "Write a phone number in digits, with + and the country first.");
const chat = z.string().trim().min(1, "Give a name in the chat.").max(100);

/** Where a person is reached besides this console, in the order to try. */
export const contactAddress = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("email"), value: email }),
  z.object({ kind: z.literal("phone"), value: phone }),
  z.object({ kind: z.literal("chat"), value: chat }),
]);

/** What is absent stays as it is. */
export const profileInput = z
  .object({
    name: personName,
    timeZone,
    theme: z.enum(["system", "light", "dark"]),
    sound: z.boolean(),
    addresses: z.array(contactAddress).max(10, "Keep ten addresses or fewer."),
  })
  .partial();
export type ProfileInput = z.output<typeof profileInput>;

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

export const listPeopleQuery = z.object({
  /** Part of a name or address. */
  q: z.string().trim().max(100).optional(),
  role: accessRole.optional(),
  /** Absent: both. */
  active: flag.optional(),
  /** Longer than any that a page has said: a name of 100 characters may have 400 bytes. */
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListPeopleQuery = z.output<typeof listPeopleQuery>;

export const auditQuery = z.object({
  /** Entries before this one. */
  before: z.coerce.number().int().positive().optional(),
  /** Beginning of a kind: `person.`, `runbook.` … */
  about: z
    .enum(["console", "person", "link", "token", "environment", "service", "webhook", "target", "runbook"])
    .optional(),
  /** Whose acts. */
  actor: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.output<typeof auditQuery>;
