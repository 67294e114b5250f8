import { beforeAll, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { join } from "@/lib/incidents/join";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import { hasReviewer } from "./has-reviewer";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

async function has(incident: { id: string; commander: { id: string } }): Promise<boolean> {
  const row = await ctx.db.incident.findUniqueOrThrow({ where: { id: incident.id } });
  return hasReviewer(ctx, row, [incident.commander.id]);
}

test("a manager who wrote none of it can decide, unless only members may know of the incident", async () => {
  const open = await anIncidentInHand(ctx);
  const hidden = await anIncidentInHand(ctx, { visibility: "members" });
  expect(await has(open)).toBe(false);
  const ruth = await aPerson(ctx, "manager", "Ruth Adeyemi");
  expect(await has(open)).toBe(true);
  expect(await has(hidden)).toBe(false);
  const shared = await anIncidentInHand(ctx);
  await act(ctx.as(ruth), join, { key: shared.key });
  await ctx.db.incident.update({ where: { id: shared.id }, data: { visibility: "members" } });
  expect(await has(shared)).toBe(true);
  await aPerson(ctx, "administrator", "Ana Duarte");
  expect(await has(hidden)).toBe(true);
});
