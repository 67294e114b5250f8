import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import { optionalText } from "@/lib/timeline/texts";
import type { ImportedDto } from "./dto";
import { carryChoices } from "./parse/carry-choices";
import { settleChoices } from "./parse/choice-lookup";
import type { Choice } from "./parse/choices";
import { parseRunbook } from "./parse/parse-runbook";
import type { ParsedRunbook } from "./parse/types";
import type { Commit, ImportInput } from "./schemas";
import { slugFrom } from "./slug.rules";
import { readBytes, textOf } from "./source";
import { takeNamedDetails } from "./take-named-details";
import { refuseKept } from "./sync/kept";
import { addVersion, setPublished } from "./versions/add-version";
import { refuseArchived, refuseStale } from "./versions/refusals";
import { createTarget, readTarget, type Target } from "./versions/target";

export type Imported = ImportedDto;

/** What only callers inside the console say. */
interface Known {
  /** What was read of exactly this document under this file name, with the `choices` that are given. */
  parsed?: ParsedRunbook;
  /** Wanted for a new runbook, when it is not to come from the name. */
  slug?: string;
  /** The folder whose sync this is: it may change what it keeps. */
  bySource?: string;
  /** Where the bytes come from in version control. */
  commit?: Commit | null;
  /** Saves it without publishing it. */
  draft?: boolean;
  /** What is to be known about the version. */
  why?: string | null;
}

/**
 * Imports a runbook from Markdown, or a new version of one, and publishes it: the source byte for byte, what a person
 * changed about its reading, and what this parser version made of both. Without `choices` those of the newest version
 * are taken over where they still fit; a new runbook gets the owner, tags, services and day of review that its head
 * names. The same bytes with the same choices change nothing, unless they were a draft.
 * @throws Failure `not_found` when the runbook to renew, or the version whose bytes to take, is not there, `conflict`
 *   for one that is archived, when `basedOn` is not its newest version any more, and for other bytes of one that a
 *   folder keeps
 */
export async function importRunbook(ctx: Context, input: ImportInput & Known): Promise<Imported> {
  authorise(ctx.actor, "runbook.import");
  const source = await readBytes(ctx, input);
  const read = (choices: Choice[]) =>
    parseRunbook(textOf(source), { fileName: input.fileName, choices: settleChoices(choices) });
  const given = input.choices ?? [];
  const first = input.parsed ?? read(given);
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = input.runbookId
    ? await readTarget(ctx, { id: input.runbookId })
    : await createTarget(ctx, at, {
        title: first.title,
        slug: input.slug ?? slugFrom(input.fileName ?? first.title),
      });
  refuseArchived(runbook);
  if (input.basedOn) await refuseStale(ctx, runbook, input.basedOn);
  const { newest } = runbook;
  const kept = input.choices || !newest ? { choices: given, lost: [] } : takeOver(newest, textOf(source));
  const choices = settleChoices(kept.choices);
  const digest = sha256(source);
  // How it is read may be put right here: the text stays the folder's.
  const isTheirs = newest?.sha256 !== digest && runbook.sourceId !== (input.bySource ?? null);
  if (isTheirs) await refuseKept(ctx.db, runbook);
  const named = { runbookId: runbook.id, slug: runbook.slug, title: first.title };
  const taken = { carried: input.choices ? 0 : choices.length, lost: kept.lost.length };
  const parsed = input.choices || choices.length === 0 ? first : read(choices);
  const version = { source, choices, parsed, fileName: input.fileName ?? null, commit: input.commit };
  if (newest?.sha256 === digest && canonical(newest.choices) === canonical(choices)) {
    const versionId = newest.id;
    const publishes = !input.draft && runbook.publishedVersionId !== versionId;
    // These bytes were a draft until now.
    if (publishes) await setPublished(ctx, { stream, at }, runbook, { ...version, versionId });
    return { ...named, versionId, number: newest.number, saved: publishes, ...taken };
  }

  const why = optionalText(input.why);
  const added = await addVersion(ctx, at, runbook, { ...version, why });
  await append(ctx, stream, at, {
    kind: "runbook.imported",
    data: { ...added, ...(input.commit && { commit: input.commit.hash }), ...(why && { why: why.ref }) },
    texts: why ? [why] : [],
  });
  const { versionId, number } = added;
  const saved = { ...named, title: parsed.title, versionId, number, saved: true, ...taken };
  // Of one that is there already people have the say.
  if (!newest) await takeNamedDetails(ctx, { stream, at }, runbook.id, parsed.metadata);
  if (input.draft) return saved;
  // Where a folder's file lies is told by its sync.
  const sourcePath = runbook.sourceId === null ? input.sourcePath : undefined;
  await setPublished(ctx, { stream, at }, runbook, { ...version, versionId }, sourcePath);
  return saved;
}

function takeOver(
  newest: NonNullable<Target["newest"]>,
  source: string,
): { choices: Choice[]; lost: Choice[] } {
  return carryChoices({ source: textOf(newest.source), choices: newest.choices }, source);
}
