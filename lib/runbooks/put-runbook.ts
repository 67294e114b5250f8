import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { importRunbook, type Imported } from "./import-runbook";
import type { PutInput } from "./schemas";

/**
 * Makes the runbook of this address what the document says, and publishes it unless it is sent as a draft: a new
 * runbook, its next version, or nothing when it has these bytes already.
 * @throws Failure `conflict` when it is archived, or a folder keeps it
 */
export async function putRunbook(
  ctx: Context,
  input: PutInput & { slug: string; draft?: boolean },
): Promise<Imported> {
  authorise(ctx.actor, "runbook.import");
  // Two who send a new runbook at once make one.
  await lockAdministration(ctx);
  const known = await ctx.db.runbook.findUnique({
    where: { slug: input.slug },
    select: { id: true },
  });
  return importRunbook(ctx, {
    ...input,
    runbookId: known?.id,
    fileName: input.fileName ?? `${input.slug}.md`,
  });
}
