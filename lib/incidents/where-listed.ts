import { visibleTo } from "@/lib/auth/visible-to";
import type { Prisma } from "@/lib/db/generated/client";
import { literally } from "@/lib/db/like.rules";
import type { Actor } from "@/lib/kernel/actor";
import { dayRange } from "@/lib/kernel/local-input";
import type { ListFilters } from "./list-filters";

/**
 * The filters as a condition, without the status: that decides which parts of the list are read.
 * @param timeZone an IANA name: whose days `from` and `to` are
 */
export function whereListed(actor: Actor, filters: ListFilters, timeZone: string): Prisma.IncidentWhereInput {
  const { severity, environment, service, kind } = filters;
  return {
    AND: [
      visibleTo(actor),
      kind === "any" ? {} : { kind },
      severity ? { severity: { in: severity } } : {},
      environment ? { environmentId: { in: environment } } : {},
      service ? { services: { some: { serviceId: { in: service } } } } : {},
      whereCommander(filters.commander),
      filters.mine ? whereMine(actor.id) : {},
      ...whereWords(filters.q),
      whereDeclared(filters, timeZone),
    ],
  };
}

/** As moments, so that the index on them serves. */
function whereDeclared({ from, to }: ListFilters, timeZone: string): Prisma.IncidentWhereInput {
  const first = from && dayRange(from, timeZone);
  const last = to && dayRange(to, timeZone);
  return {
    declaredAt: { ...(first && { gte: new Date(first.from) }), ...(last && { lt: new Date(last.to) }) },
  };
}

function whereCommander(commanders: ListFilters["commander"]): Prisma.IncidentWhereInput {
  if (!commanders) return {};
  const people = commanders.filter((commander) => commander !== "nobody");
  const nobody = commanders.includes("nobody") ? [{ commanderId: null }] : [];
  return { OR: [{ commanderId: { in: people } }, ...nobody] };
}

function whereMine(personId: string | null): Prisma.IncidentWhereInput {
  return {
    OR: [
      { commanderId: personId ?? undefined },
      { declaredById: personId ?? undefined },
      { participants: { some: { personId: personId ?? undefined, leftAt: null } } },
    ],
  };
}

/** Every word must stand in the title or begin the key: "planner inc-4". */
function whereWords(q: string | undefined): Prisma.IncidentWhereInput[] {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => {
    const literal = literally(word);
    const number = /^\d{1,9}$/.test(word) ? [{ number: Number(word) }] : [];
    return {
      OR: [
        { title: { contains: literal, mode: "insensitive" } },
        { key: { startsWith: literal.toUpperCase() } },
        ...number,
      ],
    };
  });
}
