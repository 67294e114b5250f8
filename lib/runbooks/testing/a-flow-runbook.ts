import { inTransaction } from "@/lib/db/in-transaction";
import type { TestContext } from "@/lib/db/testing/make-context";
import { importRunbook, type Imported } from "@/lib/runbooks/import-runbook";

/** A chart with a question, a way that leads back, and one that goes on to a second question whose answers meet. */
export const importJobs = `# Import job is late

## First look

\`\`\`mermaid
flowchart TD
    A[job is late] --> B[show <job_id>]
    B --> C{input valid?}
    C -- no --> D[repair the input]
    D --> B
    C -- yes --> E{store full?}
    E -- yes --> F[clear old exports]
    E -- no --> G[raise the timeout]
    F --> H[rerun <job_id>]
    G --> H
\`\`\`

## Afterwards

1. Say in \`#imports\` that it runs again.
`;

/** Imports \`importJobs\`; with `extra`, a different document each time. */
export function aFlowRunbook(ctx: TestContext, extra = ""): Promise<Imported> {
  return inTransaction(ctx, (tx) =>
    importRunbook(tx, { source: importJobs + extra, fileName: "import-job-is-late.md" }),
  );
}
