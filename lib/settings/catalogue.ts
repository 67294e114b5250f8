import { authorise } from "@/lib/auth/authorise";
import type { Context, ReadContext } from "@/lib/db/context";
import type { Tx } from "@/lib/db/client";
import { literally } from "@/lib/db/like.rules";
import { Failure } from "@/lib/kernel/errors";
import { timeIn, type LockedStream } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import type { CatalogueItem, CatalogueKind } from "./schemas";

/** A change of environments or services that has begun: the audit log is locked, so that they go one by one. */
export interface CatalogueChange {
  stream: LockedStream;
  /** The one time of this verb. */
  at: Date;
  table: CatalogueTable;
}

type Row = { id: string; name: string; archivedAt: Date | null };

/** What both tables can do. */
export type CatalogueTable = Pick<
  Tx["service"],
  "findUnique" | "findFirst" | "findMany" | "update" | "count"
>;

/** How every verb of this folder begins. @throws Failure `forbidden` */
export async function beginChange(ctx: Context, kind: CatalogueKind): Promise<CatalogueChange> {
  authorise(ctx.actor, "settings.administer");
  const stream = await lockAdministration(ctx);
  return { stream, at: timeIn(ctx, stream), table: tableOf(ctx.db, kind) };
}

/** @throws Failure `not_found` */
export async function findItem({ table }: CatalogueChange, kind: CatalogueKind, id: string): Promise<Row> {
  const row = await table.findUnique({ where: { id } });
  if (!row) throw new Failure("not_found", `There is no such ${kind}.`);
  return row;
}

/** Names are told apart without their case. @throws Failure `conflict` that says where the name is taken */
export async function refuseTakenName(
  { table }: CatalogueChange,
  kind: CatalogueKind,
  name: string,
  except?: string,
): Promise<void> {
  const same = { equals: literally(name), mode: "insensitive" } as const;
  const taken = await table.findFirst({ where: { name: same, id: { not: except } } });
  if (!taken) return;
  const next = taken.archivedAt
    ? "It is archived: restore it, or choose another name."
    : "Choose another name.";
  const message = `There is a ${kind} ${taken.name} already. ${next}`.replace(
    "a environment",
    "an environment",
  );
  throw new Failure("conflict", message);
}

export function itemDto({ id, name, archivedAt }: Row): CatalogueItem {
  return { id, name, archived: archivedAt !== null };
}

/** Everything, archived ones last. */
export async function readCatalogue(ctx: ReadContext) {
  authorise(ctx.actor, "directory.read");
  const nulls = { sort: "asc", nulls: "first" } as const;
  const [environments, services] = await Promise.all([
    ctx.db.environment.findMany({ orderBy: [{ archivedAt: nulls }, { position: "asc" }, { name: "asc" }] }),
    ctx.db.service.findMany({ orderBy: [{ archivedAt: nulls }, { name: "asc" }] }),
  ]);
  return { environments: environments.map(itemDto), services: services.map(itemDto) };
}

function tableOf(db: Tx, kind: CatalogueKind): CatalogueTable {
  // An environment has a position besides; what is asked of the tables here is the same.
  return kind === "service" ? db.service : (db.environment as unknown as CatalogueTable);
}
