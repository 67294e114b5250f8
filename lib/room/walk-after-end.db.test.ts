import { beforeAll, describe, expect, it } from "vitest";
import { addCriterion } from "@/lib/checklists/add-criterion";
import { setCriterionState } from "@/lib/checklists/set-criterion-state";
import { setStepState } from "@/lib/checklists/set-step-state";
import { startOwnChecklist } from "@/lib/checklists/start-own";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { cancel } from "./cancel";
import { reopen } from "./reopen";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const tick = { state: "done", expected: "todo", note: null, occurredAt: null } as const;

async function aCancelledIncident() {
  const { id, key, commander } = await anIncidentInHand(ctx);
  const mine = ctx.as(commander);
  await act(mine, startOwnChecklist, { key, title: "First look", steps: ["Look at the queue"] });
  await act(mine, addCriterion, { key, text: "Queue is empty", gate: "resolved" });
  const item = await ctx.db.checklistItem.findFirstOrThrow({ where: { streamId: id } });
  const criterion = await ctx.db.exitCriterion.findFirstOrThrow({ where: { incidentId: id } });
  await act(mine, cancel, { key, reason: "False alarm", mergedInto: null });
  return { key, mine, itemId: item.id, criterionId: criterion.id };
}

describe("an incident that is closed or cancelled", () => {
  it("lets nobody tick, begin a checklist or decide a criterion", async () => {
    const { key, mine, itemId, criterionId } = await aCancelledIncident();
    const refused = { code: "conflict", message: "It is cancelled. Reopen it first." };
    const met = { state: "met", expected: "open", note: null } as const;
    await expect(act(mine, setStepState, { ...tick, itemId })).rejects.toMatchObject(refused);
    await expect(act(mine, setCriterionState, { ...met, criterionId })).rejects.toMatchObject(refused);
    const own = { key, title: "Another", steps: ["Look again"] };
    await expect(act(mine, startOwnChecklist, own)).rejects.toMatchObject(refused);
  });

  it("is walked again once it was reopened", async () => {
    const { key, mine, itemId } = await aCancelledIncident();
    await act(mine, reopen, { key, reason: "It was real" });
    await expect(act(mine, setStepState, { ...tick, itemId })).resolves.toMatchObject({ key });
  });
});
