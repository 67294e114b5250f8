import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import type { ImportedDto } from "./dto";
import { findableOf } from "./match/findable.rules";
import { carryChoices } from "./parse/carry-choices";
import { settleChoices } from "./parse/choice-lookup";
import { choicesSchema, type Choice } from "./parse/choices";
import { parseRunbook } from "./parse/parse-runbook";
import type { ParsedRunbook } from "./parse/types";
import { PARSER_VERSION } from "./parse/version";
import type { Commit, ImportInput } from "./schemas";
import { freeSlug, slugFrom } from "./slug.rules";
import { readBytes, textOf } from "./source";
import { refuseKept, type KeptFacts } from "./sync/kept";

export type Imported = ImportedDto;

/** What only callers inside the console say. */
interface Known {
  /** What was read of exactly this document under this file name, without choices. */
  parsed?: ParsedRunbook;
  /** Wanted for a new runbook, when it is not to come from the name. */
  slug?: string;
  /** The folder whose sync this is: it may change what it keeps. */
  bySource?: string;
  /** Where the bytes come from in version control. */
  commit?: Commit | null;
}

/**
 * Imports a runbook from Markdown, or a new version of one, and publishes it: the source byte for byte, what a person
 * changed about its reading, and what this parser version made of both. Without `choices` those of the newest version
 * are taken over where they still fit. The same bytes with the same choices change nothing.
 * @throws Failure `not_found` when the runbook to renew, or the version whose bytes to take, is not there, `conflict`
 *   for other bytes of one that a folder keeps
 */
export async function importRunbook(ctx: Context, input: ImportInput & Known): Promise<Imported> {
  authorise(ctx.actor, "runbook.import");
  const source = await readBytes(ctx, input);
  const read = (choices: Choice[]) =>
    parseRunbook(textOf(source), { fileName: input.fileName, choices: settleChoices(choices) });
  const given = input.choices ?? [];
  const first = given.length === 0 && input.parsed ? input.parsed : read(given);
  const stream = await lockAdministration(ctx);
  const at = timeIn(ctx, stream);
  const runbook = input.runbookId
    ? await existing(ctx, input.runbookId)
    : await create(ctx, at, first, input.slug ?? slugFrom(input.fileName ?? first.title));
  const { newest } = runbook;
  const kept = input.choices || !newest ? { choices: given, lost: [] } : takeOver(newest, textOf(source));
  const choices = settleChoices(kept.choices);
  const digest = sha256(source);
  // How it is read may be put right here: the text stays the folder's.
  const isTheirs = newest?.sha256 !== digest && runbook.sourceId !== (input.bySource ?? null);
  if (isTheirs) await refuseKept(ctx.db, runbook);
  const named = { runbookId: runbook.id, slug: runbook.slug, title: first.title };
  const taken = { carried: input.choices ? 0 : choices.length, lost: kept.lost.length };
  if (newest?.sha256 === digest && canonical(newest.choices) === canonical(choices))
    return { ...named, versionId: newest.id, number: newest.number, saved: false, ...taken };

  const parsed = input.choices || choices.length === 0 ? first : read(choices);
  const versionId = newId();
  const number = (newest?.number ?? 0) + 1;
  await ctx.db.runbookVersion.create({
    data: {
      ...{ id: versionId, runbookId: runbook.id, number, source, sha256: digest, choices },
      ...{ fileName: input.fileName ?? null, createdById: ctx.actor.id, createdAt: at },
      ...(input.commit && { commit: input.commit }),
      parses: {
        create: {
          parserVersion: PARSER_VERSION,
          parsed: parsed as unknown as Prisma.InputJsonValue,
          createdAt: at,
        },
      },
    },
    select: { id: true },
  });
  await ctx.db.runbook.update({
    where: { id: runbook.id },
    data: {
      title: parsed.title,
      publishedVersionId: versionId,
      ...findableOf(parsed, { slug: runbook.slug, fileName: input.sourcePath ?? input.fileName ?? null }),
      ...(input.sourcePath !== undefined && { sourcePath: input.sourcePath }),
      updatedAt: at,
      archivedAt: null,
    },
    select: { id: true },
  });
  await append(ctx, stream, at, {
    kind: "runbook.imported",
    data: {
      ...{ runbookId: runbook.id, versionId, number, sha256: digest, parserVersion: PARSER_VERSION },
      choices: choices.length === 0 ? null : { count: choices.length, sha256: sha256(canonical(choices)) },
      ...(input.commit && { commit: input.commit.hash }),
    },
  });
  await append(ctx, stream, at, {
    kind: "runbook.published",
    data: { runbookId: runbook.id, from: runbook.publishedVersionId, to: versionId },
  });
  return { ...named, title: parsed.title, versionId, number, saved: true, ...taken };
}

interface Target extends KeptFacts {
  id: string;
  slug: string;
  publishedVersionId: string | null;
  newest: Newest | null;
}

interface Newest {
  id: string;
  number: number;
  sha256: string;
  source: Uint8Array;
  choices: Choice[];
}

function takeOver(newest: Newest, source: string): { choices: Choice[]; lost: Choice[] } {
  return carryChoices({ source: textOf(newest.source), choices: newest.choices }, source);
}

async function existing(ctx: Context, id: string): Promise<Target> {
  const found = await ctx.db.runbook.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      publishedVersionId: true,
      ...{ sourceId: true, detachedAt: true },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, sha256: true, source: true, choices: true },
      },
    },
  });
  if (!found) throw new Failure("not_found", "There is no such runbook.");
  const [newest] = found.versions;
  return { ...found, newest: newest ? { ...newest, choices: choicesSchema.parse(newest.choices) } : null };
}

async function create(ctx: Context, at: Date, parsed: ParsedRunbook, wanted: string): Promise<Target> {
  const taken = await ctx.db.runbook.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const row = { id: newId(), slug: freeSlug(wanted, new Set(taken.map(({ slug }) => slug))) };
  await ctx.db.runbook.create({
    data: { ...row, title: parsed.title, searchText: "", createdAt: at, updatedAt: at },
    select: { id: true },
  });
  return { ...row, publishedVersionId: null, newest: null, sourceId: null, detachedAt: null };
}
