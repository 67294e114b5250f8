import { beforeAll, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, aPerson, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { redactText } from "@/lib/record/redact-text";
import { readIncidentState } from "@/lib/room/read-state";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { fillPlaceholder } from "./fill-placeholder";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const runId = { name: "run_id", value: "run_8841", expected: null };

describe("a gap of commands", () => {
  test("is filled once for everybody, and can be changed", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    await act(ctx.as(commander), fillPlaceholder, { key, ...runId });
    const first = (await readIncidentState(ctx, id))?.placeholders[0];
    expect(first).toMatchObject({ name: "run_id", value: { value: "run_8841" }, personId: commander.id });
    const change = { key, name: "run_id", value: "run_8842", expected: first?.value.id ?? null };
    await act(ctx.as(commander), fillPlaceholder, change);
    expect((await readIncidentState(ctx, id))?.placeholders.map(({ value }) => value.value)).toEqual([
      ...["run_8841", "run_8842"],
    ]);
    await expectFoldEqualsTables(ctx, id);
  });

  test("keeps what the first of two filled in, and tells the other", async () => {
    const { id, key } = await anIncidentInHand(ctx);
    const people = await Promise.all(
      ["Elias Brandt", "Sam Duarte"].map((name) => aPerson(ctx, "responder", name)),
    );
    const results = await Promise.allSettled(
      people.map((person, index) =>
        act(ctx.as(person), fillPlaceholder, { key, ...runId, value: `run_${index}` }),
      ),
    );
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/(Elias Brandt|Sam Duarte) was first.*filled in run_id/),
    });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is never a secret, which would stand on the timeline for ever", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    for (const name of ["db_password", "apiToken"])
      await expect(
        act(ctx.as(commander), fillPlaceholder, { key, name, value: "hunter2", expected: null }),
      ).rejects.toMatchObject({
        code: "invalid",
        message: expect.stringContaining("type it in your terminal"),
      });
    expect((await readIncidentState(ctx, id))?.placeholders).toEqual([]);
  });

  test("can be redacted when a secret was filled in", async () => {
    const { id, key, commander } = await anIncidentInHand(ctx);
    await act(ctx.as(commander), fillPlaceholder, { key, ...runId, value: "hunter2" });
    const textId = (await readIncidentState(ctx, id))?.placeholders[0]?.value.id ?? "";
    const manager = await aPerson(ctx, "manager", "Mara Lindqvist");
    await act(ctx.as(manager), redactText, { key, textIds: [textId], reason: "A token." });
    expect((await readIncidentState(ctx, id))?.placeholders[0]?.value.value).toBeNull();
    await expectFoldEqualsTables(ctx, id);
  });
});
