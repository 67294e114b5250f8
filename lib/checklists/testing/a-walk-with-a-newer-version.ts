import { inTransaction } from "@/lib/db/in-transaction";
import type { TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { readNames } from "@/lib/room/read-names";
import { readIncidentState } from "@/lib/room/read-state";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { ordersRunbook } from "@/lib/runbooks/testing/a-runbook";
import { setStepState } from "../set-step-state";
import { startRunbook } from "../start-sections";
import { switchVersion } from "../switch-version";

const still = { note: null, occurredAt: null } as const;

/** The first section of the orders runbook, with a step more, one less, and one reworded. */
const newerOrders = ordersRunbook
  .replace("2. Run", "2. Open the board of the orders queue.\n3. Run")
  .replace("3. Ask the payment team whether they see failures.\n", "")
  .replace("Say in `#orders` that you look at it.", "Say in `#orders` and `#support` that you look at it.")
  .replace("every 10 minutes", "every 5 minutes")
  .replace("## Exit criteria\n", "## Exit criteria\n\n- Nobody waits for a refund.");

/** "First five minutes" being walked at the first version, with a newer one published since. */
export async function aWalkWithANewerVersion(
  ctx: TestContext,
  { older = ordersRunbook, newer = newerOrders } = {},
) {
  const incident = await anIncidentInHand(ctx);
  const first = await act(ctx, importRunbook, { source: older, fileName: "older.md" });
  const commander = ctx.as(incident.commander);
  await act(commander, startRunbook, { key: incident.key, runbookVersionId: first.versionId });
  const list = await ctx.db.checklist.findFirstOrThrow({
    where: { streamId: incident.id },
    orderBy: { position: "asc" },
  });
  const second = await inTransaction(ctx, (tx) =>
    importRunbook(tx, { runbookId: first.runbookId, source: newer, fileName: "newer.md" }),
  );
  const items = async () => {
    const state = await readIncidentState(ctx, incident.id);
    const names = await readNames(ctx, state!, "UTC");
    const items = state!.checklists.find(({ id }) => id === list.id)!.items;
    return items.map((item) => ({ ...item, words: names.step(item.id) }));
  };
  const find = async (words: string) => (await items()).find((item) => item.words.startsWith(words))!;
  const tick = async (words: string, by = commander) =>
    act(by, setStepState, { ...still, itemId: (await find(words)).id, state: "done", expected: "todo" });
  const switchTo = (to = second, by = commander, more = {}) => {
    const expected = to === second ? first.versionId : second.versionId;
    const input = { runbookVersionId: to.versionId, expected, reworded: [], criteria: [], ...more };
    return act(by, switchVersion, { checklistId: list.id, ...input });
  };
  return { ...incident, commander, list, first, second, items, find, tick, switchTo };
}
