import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import type { PreviewDto } from "./dto";
import { carryChoices } from "./parse/carry-choices";
import { lineOf } from "./parse/choice-lookup";
import type { Choice } from "./parse/choices";
import { parseRunbook } from "./parse/parse-runbook";
import type { PreviewInput } from "./schemas";
import { readBytes, textOf } from "./source";
import { isKept } from "./sync/kept";

/**
 * What an import would make of a document, with what a person changed about its reading. Only for who may import:
 * reading a large one takes its time.
 * @throws Failure `forbidden`; `too_large`, `invalid` or `not_found` as importing it would
 */
export async function previewRunbook(ctx: ReadContext, input: PreviewInput): Promise<PreviewDto> {
  authorise(ctx.actor, "runbook.import");
  const source = textOf(await readBytes(ctx, input));
  const { choices, lost } = input.before
    ? carryChoices(input.before, source)
    : { choices: input.choices ?? [], lost: [] };
  const parsed = parseRunbook(source, { fileName: input.fileName, choices });
  return {
    ...{ parsed, choices, namesake: await namesakeOf(ctx, parsed.title) },
    lost: lost.map((choice) => lostFrom(input.before?.source ?? "", choice)),
  };
}

/** Two runbooks of one title cannot be told apart at 3 a.m.: it is said before the second is there. */
async function namesakeOf({ db }: ReadContext, title: string): Promise<PreviewDto["namesake"]> {
  const found = await db.runbook.findFirst({
    where: { titleKey: title.toLowerCase(), archivedAt: null },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, slug: true, title: true, publishedVersionId: true },
      ...{ sourceId: true, detachedAt: true },
    },
  });
  if (!found) return null;
  const { sourceId, detachedAt, ...namesake } = found;
  return { ...namesake, kept: isKept({ sourceId, detachedAt }) };
}

const WORDS = 120;

function lostFrom(source: string, choice: Choice): PreviewDto["lost"][number] {
  const text = source.split(/\r\n|\n|\r/)[lineOf(choice) - 1]?.trim() ?? "";
  return { choice, text: text.length > WORDS ? `${text.slice(0, WORDS - 1)}…` : text };
}
