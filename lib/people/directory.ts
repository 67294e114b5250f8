import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { Directory } from "./dto";

/** Everybody and everything that an id may name, deactivated and archived ones included. */
export async function readDirectory(ctx: ReadContext): Promise<Directory> {
  authorise(ctx.actor, "directory.read");
  const [people, machines, services, environments] = await Promise.all([
    ctx.db.person.findMany({
      select: { id: true, name: true, accessRole: true, deactivatedAt: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    ctx.db.apiToken.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    ctx.db.service.findMany({ orderBy: { name: "asc" } }),
    ctx.db.environment.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }] }),
  ]);
  return {
    people: people.map(({ deactivatedAt, ...person }) => ({
      ...person,
      deactivated: deactivatedAt !== null,
    })),
    machines,
    services: services.map(({ id, name, archivedAt }) => ({ id, name, archived: archivedAt !== null })),
    environments: environments.map(({ id, name, archivedAt }) => ({
      id,
      name,
      archived: archivedAt !== null,
    })),
  };
}
