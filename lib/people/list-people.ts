import { z } from "zod";
import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { literally } from "@/lib/db/like.rules";
import type { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { id } from "@/lib/timeline/events/common";
import type { PeoplePage } from "./dto";
import type { ListPeopleQuery } from "./schemas";

/** People by name, a page at a time. */
export async function listPeople(ctx: ReadContext, query: ListPeopleQuery): Promise<PeoplePage> {
  authorise(ctx.actor, "people.administer");
  const rows = await ctx.db.person.findMany({
    where: { AND: [matching(query), query.cursor ? after(readCursor(query.cursor)) : {}] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: query.limit + 1,
    select: {
      ...{ id: true, name: true, email: true, accessRole: true, createdAt: true, deactivatedAt: true },
      passwordHash: true,
      identities: { select: { issuer: true }, take: 1 },
    },
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    people: page.map(({ createdAt, deactivatedAt, passwordHash, identities, ...person }) => ({
      ...person,
      createdAt: createdAt.toISOString(),
      deactivatedAt: deactivatedAt?.toISOString() ?? null,
      hasPassword: passwordHash !== null,
      singleSignOn: identities.length > 0,
    })),
    next: rows.length > page.length && last ? writeCursor(last) : null,
  };
}

function matching({ q, role, active }: ListPeopleQuery): Prisma.PersonWhereInput {
  const part = { contains: literally(q ?? ""), mode: "insensitive" } as const;
  return {
    accessRole: role,
    ...(active !== undefined && { deactivatedAt: active ? null : { not: null } }),
    ...(q && { OR: [{ name: part }, { email: part }] }),
  };
}

interface Place {
  name: string;
  id: string;
}

const place = z.tuple([z.string(), id]);

function after({ name, id: last }: Place): Prisma.PersonWhereInput {
  return { OR: [{ name: { gt: name } }, { name, id: { gt: last } }] };
}

function writeCursor({ name, id: last }: Place): string {
  return Buffer.from(JSON.stringify([name, last])).toString("base64url");
}

function readCursor(text: string): Place {
  try {
    const [name, last] = place.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { name, id: last };
  } catch {
    throw new Failure("invalid", "This page of the list does not exist. Begin at the first.");
  }
}
