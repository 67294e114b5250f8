import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { sha256 } from "@/lib/timeline/hash.rules";
import { importRunbook, type Imported } from "./import-runbook";
import { carryChoices } from "./parse/carry-choices";
import { parseRunbook } from "./parse/parse-runbook";
import type { ParsedRunbook } from "./parse/types";
import { readBytes, textOf } from "./source";
import { readLive, type Live } from "./versions/read-live";

export interface FileToImport {
  sourceBase64: string;
  fileName: string;
  sourcePath: string;
  /** What was read of exactly this file, without choices. */
  parsed: ParsedRunbook;
  /** The runbook that it goes on; absent: a new one. */
  runbookId?: string;
  /** Publishes it also over what was made in the console. */
  overwrite?: boolean;
}

export interface ImportedFile extends Pick<Imported, "number" | "saved" | "carried" | "lost"> {
  /** `left`: people went on from these bytes; `waits`: it is a draft, which somebody is to look at; else null. */
  held: "left" | "waits" | null;
  /** What it would take out of use, or (where nothing is held) did. */
  over: { number: number; by: string | null } | null;
}

/**
 * Imports a file that lies outside the console, whose folder is not its truth. What people made in the console is never
 * replaced by it in silence: a changed file waits as a draft while a text is published that no file brought, or when
 * corrections of the reading would no longer fit; a file from whose bytes people went on is left as it is.
 * @throws Failure as `importRunbook`
 */
export async function importFile(ctx: Context, input: FileToImport): Promise<ImportedFile> {
  authorise(ctx.actor, "runbook.import");
  await lockAdministration(ctx);
  const { runbookId, sourcePath, fileName } = input;
  const live = runbookId ? await readLive(ctx, runbookId) : null;
  if (!runbookId || !live) return { ...(await importRunbook(ctx, input)), held: null, over: null };

  const bytes = await readBytes(ctx, input);
  const digest = sha256(bytes);
  const none = { saved: false, carried: live.choices.length, lost: 0 };
  if (live.published && live.sha256 === digest)
    return { ...none, number: live.number, held: null, over: null };
  const over = { number: live.number, by: live.madeBy };
  if (!input.overwrite && wentOn(live, digest)) return { ...none, number: live.number, held: "left", over };

  const source = textOf(bytes);
  const kept = carryChoices({ source: textOf(live.source), choices: live.choices }, source);
  const loses = live.madeBy !== null || kept.lost.length > 0;
  const draft = loses && !input.overwrite;
  const { choices } = kept;
  const told = {
    ...{ carried: choices.length, lost: kept.lost.length },
    ...{ held: draft ? ("waits" as const) : null, over: live.madeBy ? over : null },
  };
  // While it waits, too, it is found by its path, whatever other files are called.
  if (draft)
    await ctx.db.runbook.updateMany({
      where: { id: runbookId, sourceId: null, sourcePath: null },
      data: { sourcePath },
    });
  // It may wait below what somebody made of it.
  if (draft && live.brought?.sha256 === digest) return { ...told, number: live.brought.number, saved: false };

  const parsed = choices.length === 0 ? input.parsed : parseRunbook(source, { fileName, choices });
  const imported = await importRunbook(ctx, {
    ...{ ...input, choices, draft, parsed },
    why: loses ? whyWords(live, kept.lost.length, draft) : null,
  });
  const { number, saved } = imported;
  return { ...told, number, saved };
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
