import type { Context } from "@/lib/db/context";
import { newId } from "@/lib/kernel/ids";
import { storable } from "@/lib/kernel/text";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { beginChange, refuseTakenName } from "./catalogue";
import type { CatalogueItem, CatalogueKind } from "./schemas";

/**
 * Adds an environment or a service.
 * @throws Failure `conflict` when the name is taken, in any case of letters
 */
export async function addToCatalogue(
  ctx: Context,
  { kind, name }: { kind: CatalogueKind; name: string },
): Promise<CatalogueItem> {
  const change = await beginChange(ctx, kind);
  await refuseTakenName(change, kind, name);
  const id = newId();
  const data = { id, name: storable(name) };
  if (kind === "service") await ctx.db.service.create({ data });
  else await ctx.db.environment.create({ data: { ...data, position: await ctx.db.environment.count() } });
  const text = newText(name);
  await append(ctx, change.stream, change.at, {
    ...(kind === "service"
      ? { kind: "service.added", data: { serviceId: id, name: text.ref } }
      : { kind: "environment.added", data: { environmentId: id, name: text.ref } }),
    texts: [text],
  });
  return { ...data, archived: false };
}
