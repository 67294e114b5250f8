import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { timeIn } from "@/lib/timeline/append";
import type { SavedDto } from "../dto";
import { choicesSchema } from "../parse/choices";
import { parseRunbook } from "../parse/parse-runbook";
import { PARSER_VERSION } from "../parse/version";
import type { PublishInput } from "../schemas";
import { textOf } from "../source";
import { refuseKept } from "../sync/kept";
import { setPublished } from "./add-version";
import { refuseArchived } from "./refusals";
import { readTarget } from "./target";

/**
 * Publishes a version: checklists are started from it from now on; those that run keep theirs.
 * @throws Failure `conflict` when another one is published than the person saw, this one is already, a folder keeps
 *   the runbook, or it is archived
 */
export async function publishVersion(
  ctx: Context,
  input: PublishInput & { slug: string },
): Promise<SavedDto> {
  authorise(ctx.actor, "runbook.publish");
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = await readTarget(ctx, { slug: input.slug });
  await refuseKept(ctx.db, runbook);
  refuseArchived(runbook);
  if (runbook.publishedVersionId === input.versionId)
    throw new Failure("conflict", "It is published already.");
  if (runbook.publishedVersionId !== input.expected)
    throw new Failure("conflict", "Somebody published another version meanwhile. Look at it first.");
  const version = await ctx.db.runbookVersion.findUnique({
    where: { id: input.versionId, runbookId: runbook.id },
    select: { id: true, number: true, source: true, choices: true, fileName: true },
  });
  if (!version) throw new Failure("not_found", "There is no such version of this runbook.");
  const { id: versionId, number, fileName } = version;
  const choices = choicesSchema.parse(version.choices);
  const parsed = parseRunbook(textOf(version.source), { fileName, choices });
  // An old draft may have been read by an older parser only.
  await ctx.db.runbookParse.createMany({
    data: {
      ...{ versionId, parserVersion: PARSER_VERSION, createdAt: at },
      parsed: parsed as unknown as Prisma.InputJsonValue,
    },
    skipDuplicates: true,
  });
  await setPublished(ctx, { stream, at }, runbook, { versionId, parsed, fileName });
  return { slug: runbook.slug, versionId, number, title: parsed.title, published: true };
}
