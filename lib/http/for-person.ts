import { Failure } from "@/lib/kernel/errors";
import type { Actor } from "@/lib/kernel/actor";

/** Names the person who did what is written, by id. */
export const FOR_PERSON_HEADER = "quarterdeck-person";

/**
 * Refuses what one person did and kept in a browser while the session is another's by now: it waits for them.
 * @throws Failure `unauthenticated`
 */
export function refuseForAnother(headers: Headers, actor: Actor): void {
  const person = headers.get(FOR_PERSON_HEADER);
  if (person !== null && person !== actor.id)
    throw new Failure("unauthenticated", "Somebody else is signed in here now. This waits for who did it.");
}
