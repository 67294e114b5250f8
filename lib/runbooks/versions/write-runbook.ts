import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { optionalText } from "@/lib/timeline/texts";
import type { SavedDto } from "../dto";
import { carryChoices } from "../parse/carry-choices";
import { settleChoices } from "../parse/choice-lookup";
import { parseRunbook } from "../parse/parse-runbook";
import type { WriteInput } from "../schemas";
import { slugFrom } from "../slug.rules";
import { readBytes, textOf } from "../source";
import { takeNamedDetails } from "../take-named-details";
import { addVersion, setPublished } from "./add-version";
import { createTarget } from "./target";

/**
 * A runbook that is written in the console: its first version, as a draft or published at once, with the details that
 * its head names.
 */
export async function writeRunbook(ctx: Context, input: WriteInput): Promise<SavedDto> {
  authorise(ctx.actor, "runbook.edit");
  if (input.publish) authorise(ctx.actor, "runbook.publish");
  const source = await readBytes(ctx, input);
  const text = textOf(source);
  const carried = input.before ? carryChoices(input.before, text).choices : [];
  const choices = settleChoices(input.choices ?? carried);
  const parsed = parseRunbook(text, { choices });
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = await createTarget(ctx, at, { title: parsed.title, slug: slugFrom(parsed.title) });
  const why = optionalText(input.why);
  const version = { source, choices, parsed, fileName: null, why };
  const added = await addVersion(ctx, at, runbook, version);
  await append(ctx, stream, at, {
    kind: "runbook.version_saved",
    data: { ...added, basedOn: null, why: why?.ref ?? null },
    texts: [why],
  });
  await takeNamedDetails(ctx, { stream, at }, runbook.id, parsed.metadata);
  const { versionId, number } = added;
  if (input.publish) await setPublished(ctx, { stream, at }, runbook, { ...version, versionId });
  return { slug: runbook.slug, versionId, number, title: parsed.title, published: input.publish };
}
