import type { Act } from "@/lib/runbooks/sync/plan.rules";
import type { Synced } from "@/lib/runbooks/sync/sync-file";
import type { ReadFile } from "./read-folder";

/** What became of one file, or of a runbook whose file is gone. */
export interface SyncResult {
  path: string;
  title: string | null;
  version: number | null;
  kind: "new" | "changed" | "moved" | "restored" | "archived" | "same" | "detached" | "empty" | "failed";
  outcome: string;
}

const SAME = { kind: "same", outcome: "nothing new" } as const;
const DETACHED = { kind: "detached", outcome: "left alone: detached in the console" } as const;

/** What a plan says will become of a file. */
export function plannedResult(act: Act<ReadFile>): SyncResult {
  if (act.kind === "archive") {
    const { path, title } = act.runbook;
    return { path, title, version: null, kind: "archived", outcome: "archived: the file is gone" };
  }
  const { file, runbook } = act;
  const result = { path: file.path, title: file.parsed?.title ?? runbook?.title ?? null, version: null };
  if (file.problem !== null)
    return { ...result, kind: file.failed ? "failed" : "empty", outcome: file.problem };
  if (!runbook) return { ...result, kind: "new", outcome: "new" };
  if (runbook.detached) return { ...result, ...DETACHED };
  const done: Synced["done"] = [];
  if (runbook.adoptable) done.push("attached");
  else if (runbook.path !== file.path) done.push("moved");
  if (runbook.archived) done.push("restored");
  if (runbook.sha256 !== file.sha256) done.push("saved");
  return { ...result, ...told(done, runbook.path) };
}

/** What did become of it. */
export function syncedResult(act: Act<ReadFile>, synced: Synced): SyncResult {
  const { title, number: version, done, detached } = synced;
  const planned = plannedResult(act);
  const from = act.runbook?.path ?? "";
  return { ...planned, title, version, ...(detached ? DETACHED : told(done, from)) };
}

function told(done: Synced["done"], from: string): Pick<SyncResult, "kind" | "outcome"> {
  const first = done[0];
  if (!first) return SAME;
  const words = {
    ...{ added: "new", attached: "imported before, kept in sync from now on", moved: `moved from ${from}` },
    ...{ restored: "restored: the file is back", saved: "changed" },
  };
  return { kind: KINDS[first], outcome: done.map((each) => words[each]).join(", ") };
}

const KINDS: Record<Synced["done"][number], SyncResult["kind"]> = {
  ...{ added: "new", attached: "changed", moved: "moved", restored: "restored", saved: "changed" },
};

/** How many files met each end, those that met none left out: "2 new, 1 archived, 40 nothing new". */
export function syncSummary(results: readonly SyncResult[]): string {
  const counts = Object.entries(SUMMARY).map(([kind, words]) => {
    const count = results.filter((result) => result.kind === kind).length;
    return { count, words };
  });
  return counts
    .filter(({ count }) => count > 0)
    .map(({ count, words }) => `${count} ${words}`)
    .join(", ");
}

const SUMMARY = {
  ...{ new: "new", changed: "changed", moved: "moved", restored: "restored", archived: "archived" },
  ...{ same: "nothing new", detached: "detached", empty: "empty", failed: "failed" },
} satisfies Record<SyncResult["kind"], string>;
