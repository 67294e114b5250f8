import type { ReadContext } from "@/lib/db/context";
import type { ParsedSection } from "@/lib/runbooks/parse/types";
import { readParse } from "@/lib/runbooks/read-parse";
import type { ChecklistState } from "@/lib/timeline/fold/state";
import { needlessOf } from "./needless.rules";

type Reading = Pick<ReadContext, "db">;
type Walk = Pick<ChecklistState, "runbookVersionId" | "parserVersion" | "sectionKey">;

/** The steps of some checklists that nobody has to do any more, as the room says; their ids. */
export async function readNeedless(
  ctx: Reading,
  lists: readonly ChecklistState[],
): Promise<ReadonlySet<string>> {
  const needless = new Set<string>();
  for (const list of lists) {
    const items = list.items.filter(({ left }) => !left);
    for (const id of needlessOf(await readSection(ctx, list), items)) needless.add(id);
  }
  return needless;
}

/** The section that is walked; undefined for a checklist that no runbook has. */
export async function readSection(ctx: Reading, list: Walk): Promise<ParsedSection | undefined> {
  const { runbookVersionId, parserVersion } = list;
  if (!runbookVersionId || !parserVersion) return undefined;
  const { sections } = await readParse(ctx, runbookVersionId, parserVersion);
  return sections.find(({ key }) => key === list.sectionKey);
}
