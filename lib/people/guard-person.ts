import type { Context } from "@/lib/db/context";
import type { Person } from "@/lib/db/generated/client";
import { isOpen, transitions } from "@/lib/incidents/status.rules";
import { Failure } from "@/lib/kernel/errors";
import type { IncidentStatus } from "@/lib/timeline/events/common";

/**
 * Refuses what would leave the console without an active administrator. The audit log must be locked, so that two
 * demotions go one after the other.
 * @throws Failure `conflict`
 */
export async function keepAnAdministrator(ctx: Context, { id, name, accessRole }: Person): Promise<void> {
  if (accessRole !== "administrator") return;
  const others = await ctx.db.person.count({
    where: { accessRole: "administrator", deactivatedAt: null, id: { not: id } },
  });
  if (others > 0) return;
  throw new Failure("conflict", `${name} is the last administrator. Make somebody else administrator first.`);
}

/**
 * Refuses while the person has command of an open incident. The person must be locked (lockPerson).
 * @throws Failure `conflict` with `details.incidents`: key and title of each
 */
export async function refuseInCommand(ctx: Context, { id, name }: Person): Promise<void> {
  const open = (Object.keys(transitions) as IncidentStatus[]).filter(isOpen);
  const incidents = await ctx.db.incident.findMany({
    where: { commanderId: id, status: { in: open } },
    select: { key: true, title: true },
    orderBy: { declaredAt: "asc" },
  });
  if (incidents.length === 0) return;
  const keys = incidents.map(({ key }) => key).join(", ");
  throw new Failure("conflict", `${name} has command of ${keys}. Hand over command first.`, { incidents });
}
