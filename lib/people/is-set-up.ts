import type { ReadContext } from "@/lib/db/context";

/** Whether anybody has an account. Told to everybody who comes: the sign-in page says what to do first. */
export async function isSetUp({ db }: Pick<ReadContext, "db">): Promise<boolean> {
  return (await db.person.findFirst({ select: { id: true } })) !== null;
}
