import { readFileSync } from "node:fs";
import { expectAccessible } from "./support/accessible";
import { setUpAdministrator } from "./support/people";
import { expectRecordToHold } from "./support/record";
import { pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const source = readFileSync("e2e/fixtures/queue-stuck.md", "utf8");

test("an incident teaches its runbook: asked once at resolve, shown beside the text", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const { page, api } = ada;
  const { versionId } = await api.call<{ versionId: string }>("POST", "/runbooks", {
    ...{ source, fileName: "queue-stuck.md" },
  });
  const { id: environmentId } = (await api.call<{ environments: { id: string }[] }>("GET", "/directory"))
    .environments[0]!;
  const incident = {
    title: "Jobs wait for an hour",
    severity: 3,
    environmentId,
    runbookVersionId: versionId,
  };
  await api.call("POST", "/incidents", incident);
  await api.call("PUT", "/incidents/INC-1/acknowledgement", {});

  await test.step("a step is taken and done, another is skipped", async () => {
    await page.goto("/incidents/INC-1");
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    const lists = page.getByRole("region", { name: "Checklists" });
    await lists.getByRole("button", { name: "Take" }).first().click();
    await lists.getByRole("button", { name: "Tick: Say in #ops that you look at it." }).click();
    await expect(
      lists.getByRole("button", { name: "Untick: Say in #ops that you look at it." }),
    ).toBeVisible();
    await pressForStep(page, "s");
    await page.getByLabel("Why is it skipped?").fill("Nobody can reach the cluster.");
    await page.getByRole("dialog").getByRole("button", { name: /^Skip/ }).click();
    await expect(lists.getByText("Nobody can reach the cluster.")).toBeVisible();
    await page.getByRole("button", { name: "Met…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "It is met" }).click();
  });

  await test.step("resolving asks whether the runbook helped; one click says it, and nothing waits", async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: /^Resolve/ }).click();
    const dialog = page.getByRole("dialog", { name: "Resolve INC-1" });
    await dialog.getByRole("radiogroup", { name: "Did “Queue is stuck” help?" }).getByLabel("Partly").click();
    // Behind the dialog it is not for screen readers.
    await expect(page.getByText(/said that Queue is stuck helped in part/)).toBeAttached();
    await expectAccessible(page);
    await page.screenshot({ path: "test-results/learning-resolve-1280.png" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/learning-resolve-390.png" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await dialog.getByLabel("How things stand now").fill("Jobs run again.");
    await dialog.getByRole("button", { name: "Post and resolve" }).click();
    await expect(dialog).toBeHidden();
    await expectRecordToHold(console.databaseUrl, "INC-1");
  });

  await test.step("the runbook's page shows it beside the text, at both widths, with nothing for axe", async () => {
    await page.goto("/runbooks/queue-stuck");
    await expect(page.getByRole("region", { name: "In incidents" })).toContainText(
      /Walked once.*helped: partly 1/,
    );
    const first = page.getByRole("region", { name: "First look" });
    // The section, and the step that was done.
    await expect(first.getByText("walked once", { exact: true })).toHaveCount(2);
    await expect(first.getByText(/walked once · skipped each time/)).toBeVisible();
    for (const [width, height] of [
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `test-results/learning-runbook-${width}.png` });
      await expectAccessible(page);
    }
  });

  await test.step("the editor shows it beside the same steps, and nothing beside a new one", async () => {
    await page.goto("/runbooks/queue-stuck/edit");
    const first = page.getByRole("region", { name: "First look" });
    await expect(first.getByText("walked once", { exact: true })).toHaveCount(2);
    await expect(first.getByText(/walked once · skipped each time/)).toBeVisible();
    await page.screenshot({ path: "test-results/learning-editor-1280.png" });
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText("Checklist", { exact: true }).click();
    await page.screenshot({ path: "test-results/learning-editor-390.png" });
    await expectAccessible(page);
    await first.getByRole("button", { name: "Change: Say in #ops that you look at it." }).click();
    await page.getByRole("menuitem", { name: "Change the text…" }).click();
    await page.getByLabel("Text of the step").fill("Call whoever is on call for the queue.");
    await page.keyboard.press("Enter");
    await expect(first.getByText("Call whoever is on call for the queue.")).toBeVisible();
    // The section, still.
    await expect(first.getByText("walked once", { exact: true })).toHaveCount(1);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(first.getByText("walked once", { exact: true })).toHaveCount(2);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("what needs care is listed with the reasons, and so is an alert that nothing answers", async () => {
    await api.call("GET", "/runbook-matches?alert=QueueHasNoConsumers");
    const listed = async () =>
      (await api.call<{ runbooks: unknown[] }>("GET", "/runbook-rot")).runbooks.length;
    await expect.poll(listed).toBe(1);
    await page.goto("/runbooks/rot");
    await expect(page.getByText("nobody keeps it")).toBeVisible();
    await expect(page.getByText("QueueHasNoConsumers")).toBeVisible();
    for (const [width, height] of [
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `test-results/learning-rot-${width}.png` });
      await expectAccessible(page);
    }
  });
});
