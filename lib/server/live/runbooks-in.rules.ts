import type { Entry } from "@/lib/timeline/events";

/** The runbooks of which these entries of the audit log publish, archive or restore something, each once. */
export function runbooksIn(entries: readonly Entry[]): string[] {
  const ids = entries.flatMap(({ kind, data }) => {
    switch (kind) {
      case "runbook.published":
      case "runbook.archived":
      case "runbook.restored":
        return [data.runbookId];
      default:
        return [];
    }
  });
  return [...new Set(ids)];
}
