import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import { newText } from "@/lib/timeline/texts";
import type { SavedDto } from "../dto";
import { carryChoices } from "../parse/carry-choices";
import { settleChoices } from "../parse/choice-lookup";
import { choicesSchema } from "../parse/choices";
import { parseRunbook } from "../parse/parse-runbook";
import type { SaveInput } from "../schemas";
import { readBytes, textOf } from "../source";
import { refuseKept } from "../sync/kept";
import { addVersion, setPublished } from "./add-version";
import { refuseArchived, refuseStale } from "./refusals";
import { readTarget } from "./target";

/**
 * Saves a changed text as the next version, as a draft or published at once. Without `choices` those of `before`,
 * else of the version it began from, are taken over where they still fit.
 * @throws Failure `conflict` when somebody saved after the version that it began from, a folder keeps the runbook, or
 *   it is archived and would be published; `invalid` when nothing was changed
 */
export async function saveVersion(ctx: Context, input: SaveInput & { slug: string }): Promise<SavedDto> {
  authorise(ctx.actor, "runbook.edit");
  if (input.publish) authorise(ctx.actor, "runbook.publish");
  const source = await readBytes(ctx, input);
  const base = await readBase(ctx, input);
  const text = textOf(source);
  const before = input.before ?? { ...base, source: textOf(base.source) };
  const choices = settleChoices(input.choices ?? carryChoices(before, text).choices);
  const parsed = parseRunbook(text, { fileName: base.fileName, choices });
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = await readTarget(ctx, { slug: input.slug });
  await refuseKept(ctx.db, runbook);
  await refuseStale(ctx, runbook, input.basedOn);
  if (sha256(source) === sha256(base.source) && canonical(choices) === canonical(base.choices))
    throw new Failure("invalid", "Nothing was changed.");
  if (input.publish) refuseArchived(runbook);

  const why = newText(input.why);
  const version = { source, choices, parsed, fileName: base.fileName, why };
  const added = await addVersion(ctx, at, runbook, version);
  await append(ctx, stream, at, {
    kind: "runbook.version_saved",
    data: { ...added, basedOn: input.basedOn, why: why.ref },
    texts: [why],
  });
  const { versionId, number } = added;
  if (input.publish) await setPublished(ctx, { stream, at }, runbook, { ...version, versionId });
  return { slug: runbook.slug, versionId, number, title: parsed.title, published: input.publish };
}

/** A version never changes: it can be read, and the text be compared with it, before anything is locked. */
async function readBase({ db }: Context, { slug, basedOn }: { slug: string; basedOn: string }) {
  const row = await db.runbookVersion.findUnique({
    where: { id: basedOn, runbook: { slug } },
    select: { source: true, choices: true, fileName: true },
  });
  if (!row) throw new Failure("not_found", "There is no such version of this runbook.");
  return { ...row, choices: choicesSchema.parse(row.choices) };
}
