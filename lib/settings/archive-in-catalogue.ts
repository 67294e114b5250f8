import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { beginChange, findItem, itemDto } from "./catalogue";
import type { CatalogueItem, CatalogueKind } from "./schemas";

/**
 * Takes an environment or a service out of the choices; incidents that have it keep it.
 * @throws Failure `conflict` for the last environment, without which nothing can be declared
 */
export async function archiveInCatalogue(
  ctx: Context,
  { kind, id }: { kind: CatalogueKind; id: string },
): Promise<CatalogueItem> {
  const change = await beginChange(ctx, kind);
  const item = await findItem(change, kind, id);
  if (item.archivedAt) return itemDto(item);
  const others = await change.table.count({ where: { archivedAt: null, id: { not: id } } });
  if (kind === "environment" && others === 0) {
    throw new Failure("conflict", `${item.name} is the only environment left. Add another one first.`);
  }
  const archived = await change.table.update({ where: { id }, data: { archivedAt: change.at } });
  await append(
    ctx,
    change.stream,
    change.at,
    kind === "service"
      ? { kind: "service.archived", data: { serviceId: id } }
      : { kind: "environment.archived", data: { environmentId: id } },
  );
  return itemDto(archived);
}
