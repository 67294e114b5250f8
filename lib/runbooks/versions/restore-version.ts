import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { SavedDto } from "../dto";
import { choicesSchema } from "../parse/choices";
import { parseRunbook } from "../parse/parse-runbook";
import type { RestoreInput } from "../schemas";
import { textOf } from "../source";
import { refuseKept } from "../sync/kept";
import { addVersion, setPublished } from "./add-version";
import { refuseArchived, refuseStale } from "./refusals";
import { readTarget } from "./target";

/**
 * Brings an earlier text back: as a new version that has it byte for byte, with what was changed about its reading.
 * @throws Failure `conflict` when somebody saved after the version that the person saw as the newest, that is the one
 *   to restore, a folder keeps the runbook, or it is archived and would be published
 */
export async function restoreVersion(
  ctx: Context,
  input: RestoreInput & { slug: string },
): Promise<SavedDto> {
  authorise(ctx.actor, "runbook.edit");
  if (input.publish) authorise(ctx.actor, "runbook.publish");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = await readTarget(ctx, { slug: input.slug });
  await refuseKept(ctx.db, runbook);
  await refuseStale(ctx, runbook, input.basedOn);
  if (input.publish) refuseArchived(runbook);
  const old = await ctx.db.runbookVersion.findUnique({
    where: { id: input.versionId, runbookId: runbook.id },
    select: { number: true, source: true, choices: true, fileName: true },
  });
  if (!old) throw new Failure("not_found", "There is no such version of this runbook.");
  if (old.number === runbook.newest?.number) throw new Failure("conflict", "It is the newest version.");

  const choices = choicesSchema.parse(old.choices);
  const { number: restores, fileName } = old;
  const source = new Uint8Array(old.source);
  const parsed = parseRunbook(textOf(source), { fileName, choices });
  const why = newText(input.why);
  const version = { source, choices, parsed, fileName, why, restores };
  const added = await addVersion(ctx, at, runbook, version);
  await append(ctx, stream, at, {
    kind: "runbook.version_restored",
    data: { ...added, restored: input.versionId, restoredNumber: restores, why: why.ref },
    texts: [why],
  });
  const { versionId, number } = added;
  if (input.publish) await setPublished(ctx, { stream, at }, runbook, { ...version, versionId });
  return { slug: runbook.slug, versionId, number, title: parsed.title, published: input.publish };
}
