import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { anIncidentInHand } from "./support/an-incident";
import { join, setUpAdministrator } from "./support/people";
import { expectRecordToHold } from "./support/record";
import { slowly } from "./support/slowly";
import { expectStepReady, pressForStep } from "./support/step-at-hand";
import { expect, test } from "./support/test";

const source = readFileSync("e2e/fixtures/import-job.md", "utf8");

test("a chart is walked through a loop and both answers, live for two", async ({ browser, console }) => {
  const ada = await setUpAdministrator(browser, console);
  const elias = await join(browser, console, ada, "Elias Brandt", "responder");
  const { versionId } = await ada.api.call<{ versionId: string }>("POST", "/runbooks", { source });
  const { id: environmentId } = (await ada.api.call<{ environments: { id: string }[] }>("GET", "/directory"))
    .environments[0]!;
  await ada.api.call("POST", "/incidents", {
    title: "The nightly import is late",
    severity: 2,
    environmentId,
    runbookVersionId: versionId,
  });
  const { page } = ada;
  const steps = page.getByRole("region", { name: "Steps" });
  const next = page.getByRole("region", { name: "Next for you" });
  const other = elias.page.getByRole("region", { name: "Steps" });

  await test.step("the room begins where the chart does", async () => {
    await page.goto("/incidents/INC-1");
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    const title = next.getByRole("heading", { level: 3 });
    await expect(title).toHaveText("job is late");
    await pressForStep(page, "t");
    await expect(title).toHaveText("show <job_id>");
  });

  await test.step("Copy takes the value that stands in the field, in the same press, before the console has it", async () => {
    const saving = await slowly(page, "**/placeholders");
    const copy = next.getByRole("button", { name: /^Cop/ });
    await elias.page.goto("/incidents/INC-1");
    const his = elias.page
      .getByRole("region", { name: "Next for you" })
      .getByRole("textbox", { name: "job_id" });
    await elias.page.getByRole("button", { name: "show <job_id>", exact: true }).click();
    await his.fill("night-4");
    await next.getByRole("textbox", { name: "job_id" }).fill("night-5");
    await copy.click();
    await expect(next.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await copied(page)).toBe("show night-5");
    await expect(next.getByText(/^Fill in/)).toHaveCount(0);
    saving.go();
    await expect(next.getByRole("heading", { level: 3 })).toHaveText("show night-5");
    await expect(elias.page.getByRole("heading", { name: "show night-5" })).toBeVisible();
    await expect(his).toHaveValue("night-4");
    await his.press("Enter");
    await expect(elias.page.getByText(/Ada .*Not filled in: night-4/)).toBeVisible();
    await next.getByTitle("Change job_id").click();
    await next.getByRole("textbox", { name: "job_id" }).fill("night-6");
    await page.setViewportSize({ width: 390, height: 844 });
    await copy.click();
    await expect.poll(() => copied(page)).toBe("show night-6");
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(next.getByRole("heading", { level: 3 })).toHaveText("show night-6");
  });

  await test.step("a gap of a node is filled in once, shows in the titles of both, and is copied", async () => {
    await next.getByTitle("Change job_id").click();
    await expect(next.getByRole("textbox", { name: "job_id" })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("night-7");
    await page.keyboard.press("Enter");
    await expect(next.getByRole("heading", { level: 3 })).toHaveText("show night-7");
    await expect(next.getByRole("heading", { level: 3 }).getByTitle("job_id")).toHaveText("night-7");
    await page.keyboard.press("c");
    await expect(next.getByRole("button", { name: "Copied" })).toBeVisible();
    await expect.poll(() => copied(page)).toBe("show night-7");
    await elias.page.goto("/incidents/INC-1");
    await expect(elias.page.getByRole("button", { name: "show night-7", exact: true })).toBeVisible();
    await pressForStep(page, "t");
  });

  await test.step("the question comes next, and leads to the chart", async () => {
    await expect(next.getByRole("heading", { level: 3 })).toHaveText("input valid?");
    await expect(next.getByRole("button", { name: /^no/ })).toContainText(
      "then back to show night-7: round 2",
    );
    await expect(next.getByRole("button", { name: /^Failed/ })).toBeHidden();
    await next.getByRole("link", { name: "Chart" }).click();
    await expect(steps.getByText("Decision, not answered yet")).toBeVisible();
    await elias.page.goto(page.url());
    await expect(other.getByText("Decision, not answered yet")).toBeVisible();
  });

  const phone = await elias.context.newPage();
  await test.step("a phone in the room asks the same question", async () => {
    await phone.setViewportSize({ width: 390, height: 844 });
    await phone.goto("/incidents/INC-1");
    await expect(phone.getByText("Live", { exact: true }).filter({ visible: true })).toBeVisible();
    await expect(phone.getByRole("button", { name: /^yes/ })).toBeEnabled();
  });

  await test.step("“no” opens its way and leads back as round 2; the other browser sees it", async () => {
    await pressForStep(page, "2");
    await expect(steps.getByText("no, 0 of 3 steps")).toBeVisible();
    await expect(other.getByText("no, 0 of 3 steps")).toBeVisible();
    await expect(other.getByText(/answered by Ada/)).toBeVisible();
    // Whoever was slower than that goes on from the bar.
    await expect(phone.getByRole("button", { name: /^yes/ })).toBeDisabled();
    await picture(phone, "question-lost-390");
    await phone.getByRole("button", { name: "Go on" }).click();
    await expect(phone.getByRole("button", { name: /^yes/ })).toHaveCount(0);
    await phone.close();
    for (const done of ["1 of 3", "2 of 3", "3 of 3"]) {
      await pressForStep(page, "t");
      await expect(steps.getByText(`no, ${done} steps`)).toBeVisible();
    }
    await expect(
      page.getByRole("img", { name: /^Flowchart\..*Now at input valid\?, round 2/ }),
    ).toBeVisible();
  });

  await test.step("in round 2 a third one is warned of, until “yes” leads to the end", async () => {
    const warning = page.getByText("A third round usually means another cause.");
    await expect(warning).toBeVisible();
    const yes = other.getByRole("button", { name: /^yes/ });
    // The last one is that of round 2 once it is there.
    await expect(yes).toHaveCount(2);
    await yes.last().click();
    await expect(steps.getByText("yes, 0 of 2 steps")).toBeVisible();
    await expect(warning).toBeHidden();
    await expect(other.getByRole("button", { name: "Copy C" })).toBeVisible();
    await elias.page.keyboard.press("c");
    await expect(other.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await copied(elias.page)).toBe("rerun night-7");
  });

  await test.step("the other branch drops what nobody began", async () => {
    await pressForStep(page, "t");
    await expect(steps.getByText("yes, 1 of 2 steps")).toBeVisible();
    await pressForStep(page, "b");
    await expect(steps.getByRole("heading", { name: "Done before another answer was chosen" })).toBeVisible();
    await expect(steps.getByText("no, 0 of 3 steps")).toBeVisible();
    await pressForStep(page, "b");
    await expect(steps.getByText("yes, 0 of 2 steps")).toBeVisible();
  });

  await test.step("both themes, both widths, nothing for axe", async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await picture(page, `chart-${viewport.width}-${colorScheme}`);
        await expectAccessible(page);
      }
    }
  });

  await test.step("it is told on the timeline, and holds", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press("Escape");
    const timeline = page.getByRole("complementary", { name: "Timeline" });
    await expect(timeline.getByText(/Elias.*answered “yes” to input valid\? in round 2/)).toBeVisible();
    await expect(timeline.getByText("You did show night-7").first()).toBeVisible();
    await expect(timeline.getByText("You did show night-7 in round 2").first()).toBeVisible();
    await expectRecordToHold(console.databaseUrl, "INC-1");
  });

  await test.step("of an incident that is over the chart is only read", async () => {
    await ada.api.call("PUT", "/incidents/INC-1/cancellation", { reason: "A false alarm" });
    const answers = other.getByRole("button", { name: /^(yes|no)/ });
    await expect(answers).toHaveCount(4);
    for (const answer of await answers.all()) await expect(answer).toBeDisabled();
  });
});

test("what an answer is linked to waits for it, comes next once it is given, and follows another answer", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const ben = await join(browser, console, ada, "Ben Cole", "responder");
  const source = readFileSync("e2e/fixtures/replica-lag.md", "utf8");
  const { page } = ada;
  const key =
    await test.step("the editor offers a section that is called as the end of a branch", async () => {
      const { parsed } = await ada.api.call<{ parsed: { findings: { code: string; offers: unknown[] }[] } }>(
        "POST",
        "/runbooks/previews",
        { source },
      );
      const choices = parsed.findings.flatMap(({ code, offers }) =>
        code === "branch-unlinked" ? offers.slice(0, 1) : [],
      );
      expect(choices).toHaveLength(2);
      const { versionId } = await ada.api.call<{ versionId: string }>("POST", "/runbooks", {
        source,
        choices,
      });
      return anIncidentInHand(ada.api, { title: "Replica lags", runbookVersionId: versionId });
    });
  const card = page.getByRole("region", { name: "Next for you" });
  const title = card.getByRole("heading", { level: 3 });
  const list = page.getByRole("region", { name: "Checklists" });

  await test.step("nothing of them is offered before the answer, and the list says for what they wait", async () => {
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(list.getByText("Waits for “Is the replica in sync?”: Yes.")).toBeVisible();
    await expect(list.getByText("Waits for “Is the replica in sync?”: No.")).toBeVisible();
    await expect(title).toHaveText("Read the lag on the board");
  });

  await test.step("a step that fails shows what to do then, before and after it is marked", async () => {
    await pressForStep(page, "x");
    const dialog = page.getByRole("dialog", { name: "Failed: Read the lag on the board" });
    await expect(dialog.getByText("If this fails: ask the storage team")).toBeVisible();
    await picture(page, "failed-dialog");
    await expectAccessible(page);
    await dialog.getByLabel("What happened?").fill("The board is down");
    await dialog.getByRole("button", { name: "Mark it failed" }).click();
    await expect(card.getByText("Failed: The board is down")).toBeVisible();
    await expect(title).toHaveText("Read the lag on the board");
    await expect(card.getByText("ask the storage team")).toBeVisible();
    await expect(list.getByRole("button", { name: /^Timer for First five minutes/ })).toBeHidden();
    await picture(page, "failed-card");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "failed-card-390");
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectStepReady(page);
    await card.getByRole("button", { name: "Leave it as failed" }).click();
  });

  await test.step("the question comes next, and none of what its answers lead to", async () => {
    await expect(title).toHaveText("Look at the replica");
    await pressForStep(page, "t");
    await expect(title).toHaveText("Is the replica in sync?");
    await picture(page, "linked-waits");
    await expectAccessible(page);
  });

  await test.step("“No” is followed by what it leads to, for everybody, and by a way there", async () => {
    await pressForStep(page, "2");
    await expect(title).toHaveText("Two engineers confirm that the lag is known");
    await expect(
      card.getByText("After “Is the replica in sync?”: No. The next open step where you work."),
    ).toBeVisible();
    await expect(list.getByText("Waits for “Is the replica in sync?”: Yes (answered: No).")).toBeVisible();
    await ben.page.goto(`/incidents/${key}`);
    await expect(ben.page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(
      ben.page.getByRole("region", { name: "Next for you" }).getByRole("heading", { level: 3 }),
    ).toHaveText("Two engineers confirm that the lag is known");
    await list.getByRole("link", { name: "Option B: Fail over the database" }).click();
    await expect(card.getByText("You chose it.", { exact: true })).toBeVisible();
    await picture(page, "linked-called");
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page
      .getByRole("navigation", { name: "Parts of the room" })
      .getByText(/^Steps/)
      .click();
    await picture(page, "linked-called-390");
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("another answer leads elsewhere, and what waits can still be begun by hand", async () => {
    await list.getByRole("button", { name: /^Yes/ }).click();
    await expect(title).toHaveText("Announce the rollback");
    const otherCard = ben.page.getByRole("region", { name: "Next for you" });
    await expect(
      otherCard.getByText("Waits for “Is the replica in sync?”: No (answered: Yes)."),
    ).toBeVisible();
    await picture(ben.page, "linked-called-off");
    await pressForStep(ben.page, "t");
    await expect(otherCard.getByRole("button", { name: "Done" })).toBeHidden();
    await otherCard.getByRole("button", { name: "Go on" }).click();
    await expect(otherCard.getByRole("heading", { level: 3 })).toHaveText("Announce the rollback");
    await ben.page.getByRole("button", { name: /^Option B: Fail over the database/ }).click();
    await ben.page.getByRole("button", { name: /^Tick: Two engineers confirm/ }).click();
    await expect(list.getByText(/^Waits for/)).toHaveCount(0);
  });

  await test.step("a tick that waits for a second person holds back what follows, and comes first for others", async () => {
    const otherCard = ben.page.getByRole("region", { name: "Next for you" });
    await expect(otherCard.getByRole("heading", { level: 3 })).toHaveText(/^Two engineers confirm/);
    await expect(otherCard.getByText(/It waits for a second person\.$/)).toBeVisible();
    await expect(otherCard.getByRole("button", { name: "Done" })).toBeHidden();
    await picture(ben.page, "second-waits");
    await pressForStep(page, "t");
    await expect(title).toHaveText("Confirm: Two engineers confirm that the lag is known");
    await picture(page, "second-confirm");
    await pressForStep(page, "t");
    await expect(list.getByText("done by Ben, confirmed by Ada")).toBeVisible();
    await expect(otherCard.getByText("Ada: done at")).toBeVisible();
    await pressForStep(ben.page, "j");
    await expect(otherCard.getByRole("heading", { level: 3 })).toHaveText(/^Fence the old primary/);
    await expectRecordToHold(console.databaseUrl, key);
  });
});

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/${name}.png` });
}
