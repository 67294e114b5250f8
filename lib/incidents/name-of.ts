import type { ReadContext } from "@/lib/db/context";

/** The name of a person, for a message about what they did; "Somebody" when there is none. */
export async function nameOf({ db }: Pick<ReadContext, "db">, personId: string | null): Promise<string> {
  const person = personId
    ? await db.person.findUnique({ where: { id: personId }, select: { name: true } })
    : null;
  return person?.name ?? "Somebody";
}
