import { inTransaction } from "@/lib/db/in-transaction";
import type { TestContext } from "@/lib/db/testing/make-context";
import { importRunbook, type Imported } from "@/lib/runbooks/import-runbook";

/** A small runbook with a decision's worth of everything: steps, options, a cadence, both kinds of exit criteria. */
export const ordersRunbook = `# Orders are stuck

## First five minutes

1. Say in \`#orders\` that you look at it.
2. Run \`kubectl -n orders get pods\` and note what is not ready.
3. Ask the payment team whether they see failures.

## Mitigation

- Roll back to the last good release if the errors began with a release.
- Pause the importer when the queue grows by more than 100 a minute.

## Communication

- Post an update every 10 minutes in the incident channel.

## Exit criteria

- The queue holds fewer than 50 orders.
- The post-incident summary is written and reviewed.
`;

/** Imports `ordersRunbook`; with `extra`, a different document each time. */
export function aRunbook(ctx: TestContext, extra = ""): Promise<Imported> {
  return inTransaction(ctx, (tx) =>
    importRunbook(tx, { source: ordersRunbook + extra, fileName: "orders-are-stuck.md" }),
  );
}
