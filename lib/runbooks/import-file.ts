import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { sha256 } from "@/lib/timeline/hash.rules";
import { importRunbook, type Imported } from "./import-runbook";
import { carryChoices } from "./parse/carry-choices";
import { parseRunbook } from "./parse/parse-runbook";
import type { ParsedRunbook } from "./parse/types";
import { slugFrom } from "./slug.rules";
import { readBytes, textOf } from "./source";
import { readLive, type Live } from "./versions/read-live";

export interface FileToImport {
  sourceBase64: string;
  fileName: string;
  sourcePath: string;
  /** What was read of exactly this file, without choices. */
  parsed: ParsedRunbook;
  /** Publishes it also over what was made in the console. */
  overwrite?: boolean;
}

export interface ImportedFile extends Pick<Imported, "saved" | "carried" | "lost"> {
  /** Of the version that has the file's text, or stays instead; null for a runbook that is archived. */
  number: number | null;
  /**
   * `archived`: so is its runbook; `left`: people went on from these bytes; `waits`: it is a draft, which somebody is to
   * look at; else null.
   */
  held: "archived" | "left" | "waits" | null;
  /** What it would take out of use, or (where nothing is held) did. */
  over: { number: number; by: string | null } | null;
}

/**
 * Imports a file that lies outside the console, whose folder is not its truth: as the next version of the runbook that
 * came from its path, or from no path and has its name; else as a new one. What people made in the console is never
 * replaced by it in silence: a changed file waits as a draft while a text is published that no file brought, or when
 * corrections of the reading would no longer fit; a file from whose bytes people went on is left as it is.
 * @throws Failure as `importRunbook`
 */
export async function importFile(ctx: Context, input: FileToImport): Promise<ImportedFile> {
  authorise(ctx.actor, "runbook.import");
  // Two who import a new file at once make one runbook.
  await lockAdministration(ctx);
  const known = await runbookOf(ctx, input);
  const nothing = { saved: false, carried: 0, lost: 0, held: null, over: null };
  if (known?.archivedAt) return { ...nothing, number: null, held: "archived" };
  const live = known && (await readLive(ctx, known.id));
  if (!live) return { ...nothing, ...(await importRunbook(ctx, input)) };

  const bytes = await readBytes(ctx, input);
  const digest = sha256(bytes);
  if (live.published && live.sha256 === digest) return { ...nothing, number: live.number };
  const over = { number: live.number, by: live.madeBy };
  if (!input.overwrite && wentOn(live, digest))
    return { ...nothing, number: live.number, held: "left", over };

  const source = textOf(bytes);
  const { choices, lost } = carryChoices({ source: textOf(live.source), choices: live.choices }, source);
  const loses = live.madeBy !== null || lost.length > 0;
  const draft = loses && !input.overwrite;
  const told = {
    ...{ carried: choices.length, lost: lost.length },
    ...{ held: draft ? ("waits" as const) : null, over: live.madeBy ? over : null },
  };
  const { sourcePath, fileName } = input;
  // While it waits, too, it is found by its path, whatever other files are called.
  if (draft)
    await ctx.db.runbook.updateMany({
      where: { id: known.id, sourceId: null, sourcePath: null },
      data: { sourcePath },
    });
  // It may wait below what somebody made of it.
  if (draft && live.brought?.sha256 === digest) return { ...told, number: live.brought.number, saved: false };

  const parsed = choices.length === 0 ? input.parsed : parseRunbook(source, { fileName, choices });
  const why = loses ? whyWords(live, lost.length, draft) : null;
  const imported = await importRunbook(ctx, {
    ...{ ...input, runbookId: known.id },
    ...{ choices, draft, parsed, why },
  });
  const { number, saved } = imported;
  return { ...told, number, saved };
}

/** A folder that is kept in sync may have a file of the same path: that is another one. */
async function runbookOf({ db }: Context, { sourcePath, fileName }: FileToImport) {
  const select = { id: true, archivedAt: true };
  const orderBy = { sourceId: { sort: "asc", nulls: "first" } } as const;
  return (
    (await db.runbook.findFirst({ where: { sourcePath }, orderBy, select })) ??
    (await db.runbook.findFirst({ where: { slug: slugFrom(fileName), sourcePath: null }, select }))
  );
}

/** Whether a file brought these bytes before, and people publish another version since. */
function wentOn({ id, number, brought }: Live, digest: string): boolean {
  if (brought?.sha256 !== digest || brought.id === id) return false;
  return brought.publishedAt !== null || brought.number < number;
}

function whyWords({ number, madeBy }: Live, lost: number, draft: boolean): string {
  const what = madeBy
    ? `version ${number} was made in the console`
    : `${lost} ${lost === 1 ? "correction" : "corrections"} of version ${number} no longer ${lost === 1 ? "fits" : "fit"}`;
  return draft ? `Held back by the import: ${what}.` : `Published by the import although ${what}.`;
}
