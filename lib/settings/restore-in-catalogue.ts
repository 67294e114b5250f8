import type { Context } from "@/lib/db/context";
import { append } from "@/lib/timeline/append";
import { beginChange, findItem, itemDto } from "./catalogue";
import type { CatalogueItem, CatalogueKind } from "./schemas";

/** Puts an archived environment or service back among the choices. */
export async function restoreInCatalogue(
  ctx: Context,
  { kind, id }: { kind: CatalogueKind; id: string },
): Promise<CatalogueItem> {
  const change = await beginChange(ctx, kind);
  const item = await findItem(change, kind, id);
  if (!item.archivedAt) return itemDto(item);
  const restored = await change.table.update({ where: { id }, data: { archivedAt: null } });
  await append(
    ctx,
    change.stream,
    change.at,
    kind === "service"
      ? { kind: "service.restored", data: { serviceId: id } }
      : { kind: "environment.restored", data: { environmentId: id } },
  );
  return itemDto(restored);
}
