import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { ContactsDto } from "./dto";
import { findVisible } from "./find-visible";
import { readRunbookContacts } from "./runbook-contacts";

/**
 * How the commander and those who take part in an incident are reached, in the order in which they joined, and whom
 * the runbooks that are walked name.
 * @throws Failure `forbidden` for viewers, `not_found` for an incident that the actor may not know of
 */
export async function readContacts(ctx: ReadContext, key: string): Promise<ContactsDto> {
  const { id } = await findVisible(ctx, key);
  authorise(ctx.actor, "person.join");
  const rows = await ctx.db.participant.findMany({
    where: { incidentId: id, leftAt: null },
    orderBy: [{ joinedAt: "asc" }, { personId: "asc" }],
    select: {
      personId: true,
      person: {
        select: {
          email: true,
          addresses: { orderBy: { position: "asc" }, select: { kind: true, value: true } },
        },
      },
    },
  });
  return {
    runbooks: await readRunbookContacts(ctx, id),
    contacts: rows.map(({ personId, person }) => {
      const signsInWith = { kind: "email", value: person.email } as const;
      const others = person.addresses.filter(({ value }) => value !== person.email);
      return { personId, addresses: [...others, signsInWith] };
    }),
  };
}
