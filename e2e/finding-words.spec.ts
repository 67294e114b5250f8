import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { anIncidentInHand } from "./support/an-incident";
import { setUpAdministrator } from "./support/people";
import { expect, test } from "./support/test";

const LOG = [
  ...Array.from({ length: 60 }, (_, line) => `03:12:${line} worker ${line} waits for a connection`),
  "Caused by: org.postgresql.util.PSQLException: FATAL: remaining slots are reserved",
].join("\n");

test("the palette finds what was written in incidents, and leads to the very place", async ({
  browser,
  console,
}) => {
  const { page, api } = await setUpAdministrator(browser, console);
  const key = await anIncidentInHand(api, { title: "Orders are stuck" });
  await api.call("POST", `/incidents/${key}/logs`, { text: LOG });
  for (let depth = 1; depth <= 70; depth++)
    await api.call("POST", `/incidents/${key}/notes`, { text: `Queue depth ${depth}` });
  await api.call("POST", `/incidents/${key}/notes`, { text: "A lift without signal stands at level 3" });

  await test.step("an error's class in a pasted log, from another page", async () => {
    await page.goto("/incidents");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await look(page, "PSQLException");
    const hit = written(page).getByRole("option", { name: /Orders are stuck.*log, Ada Okoye/ });
    await expect(hit.locator("mark")).toHaveText(["PSQLException"]);
    await expectAccessible(page);
    await picture(page, "log");
    await hit.click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}#entry-\\d+$`));
    await expect(page.getByText("You pasted a log of 61 lines").first()).toBeInViewport();
  });

  await test.step("a note of the room that is open, by keys", async () => {
    await look(page, "lift without sig");
    await expect(written(page).getByRole("option")).toHaveCount(1);
    await expect(written(page).getByRole("option", { selected: true })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByText("A lift without signal stands at level 3").first()).toBeInViewport();
    await expect(page.getByText("You pasted a log of 61 lines")).not.toBeInViewport();
  });

  await test.step("the same note again, after its reader went on to another one", async () => {
    const note = page.getByText("A lift without signal stands at level 3").first();
    await page.getByText("You pasted a log of 61 lines").first().scrollIntoViewIfNeeded();
    await expect(note).not.toBeInViewport();
    await look(page, "lift without sig");
    await expect(written(page).getByRole("option", { selected: true })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(note).toBeInViewport();
  });

  await test.step("the root cause in a summary", async () => {
    await api.call("PUT", `/incidents/${key}/resolution`, { current: "Well.", progress: "", blockers: "" });
    const text = "The pool was full of idle transactions.";
    await api.call("PUT", `/incidents/${key}/summary/parts`, { part: "rootCause", base: "", text });
    await look(page, "idle transactions");
    await written(page)
      .getByRole("option", { name: /root cause, in the summary/ })
      .click();
    await expect(page).toHaveURL(`/reviews/${key}`);
    await expect(page.getByText(text).first()).toBeVisible();
  });
});

async function look(page: Page, words: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill(words);
}

function written(page: Page) {
  return page.getByRole("dialog").getByRole("group", { name: "Written in incidents" });
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/words-${name}-1280.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `test-results/words-${name}-390.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
}
