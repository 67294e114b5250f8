import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import type { ChecklistView } from "./view.rules";

/** The checklists of an incident that come from one runbook, or those that somebody wrote there. */
export interface ChecklistGroup {
  /** The runbook; of what it has no words of yet, the version. */
  id: string;
  title: string;
  /** "version 1", "versions 1 and 2"; empty for what no runbook has. */
  versions: string;
  /** Sections of it are at several versions: each says which. */
  isMixed: boolean;
  /** The newest version of it that is walked here, to read; null for what no runbook has. */
  version: Pick<PinnedRunbookDto, "slug" | "number"> | null;
  views: ChecklistView[];
}

interface Words {
  runbook: (
    versionId: string | null,
  ) => Pick<PinnedRunbookDto, "runbookId" | "slug" | "title" | "number"> | undefined;
}

const OWN = "own";

/** Runbooks in the order in which the first section of each was started, each with its sections as they were started. */
export function groupByRunbook(views: readonly ChecklistView[], words: Words): ChecklistGroup[] {
  const groups = new Map<string, ChecklistView[]>();
  for (const view of views) {
    const id = groupOf(view.list.runbookVersionId, words);
    groups.set(id, [...(groups.get(id) ?? []), view]);
  }
  return [...groups].map(([id, own]) => {
    const runbooks = own.flatMap(({ list }) => words.runbook(list.runbookVersionId) ?? []);
    const numbers = [...new Set(runbooks.map(({ number }) => number))].toSorted((a, b) => a - b);
    const newest = runbooks.find(({ number }) => number === numbers.at(-1));
    return {
      version: newest ? { slug: newest.slug, number: newest.number } : null,
      ...{ id, views: own, versions: versionWords(numbers), isMixed: numbers.length > 1 },
      title: id === OWN ? "Written here" : (runbooks.at(-1)?.title ?? ""),
    };
  });
}

/** The checklists in the order in which they stand on the screen: section by section, runbook after runbook. */
export function inOrder(views: readonly ChecklistView[], words: Words): ChecklistView[] {
  return groupByRunbook(views, words).flatMap((group) => group.views);
}

function groupOf(versionId: string | null, words: Words): string {
  return versionId === null ? OWN : (words.runbook(versionId)?.runbookId ?? versionId);
}

function versionWords(numbers: readonly number[]): string {
  if (numbers.length === 0) return "";
  const last = numbers.at(-1);
  return numbers.length === 1 ? `version ${last}` : `versions ${numbers.slice(0, -1).join(", ")} and ${last}`;
}
