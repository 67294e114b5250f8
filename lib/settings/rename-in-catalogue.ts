import type { Context } from "@/lib/db/context";
import { storable } from "@/lib/kernel/text";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { beginChange, findItem, itemDto, refuseTakenName } from "./catalogue";
import type { CatalogueItem, CatalogueKind } from "./schemas";

/**
 * Renames an environment or a service; incidents keep pointing at it.
 * @throws Failure `conflict` when the name is taken
 */
export async function renameInCatalogue(
  ctx: Context,
  { kind, id, name }: { kind: CatalogueKind; id: string; name: string },
): Promise<CatalogueItem> {
  const change = await beginChange(ctx, kind);
  const item = await findItem(change, kind, id);
  if (item.name === name) return itemDto(item);
  await refuseTakenName(change, kind, name, id);
  const renamed = await change.table.update({ where: { id }, data: { name: storable(name) } });
  const [from, to] = [newText(item.name), newText(name)];
  await append(ctx, change.stream, change.at, {
    ...(kind === "service"
      ? { kind: "service.renamed", data: { serviceId: id, from: from.ref, to: to.ref } }
      : { kind: "environment.renamed", data: { environmentId: id, from: from.ref, to: to.ref } }),
    texts: [from, to],
  });
  return itemDto(renamed);
}
