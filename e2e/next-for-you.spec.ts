import { anIncidentInHand } from "./support/an-incident";
import { join, setUpAdministrator } from "./support/people";
import { expect, test } from "./support/test";

const STEPS = Array.from({ length: 30 }, (_, index) => `Look at queue ${index + 1}`);

test("a press means the step on the card: others do not swap it, and no other lies above it", async ({
  browser,
  console,
}) => {
  const ada = await setUpAdministrator(browser, console);
  const ben = await join(browser, console, ada, "Ben Cole", "responder");
  const key = await anIncidentInHand(ada.api, { title: "Exports stop half way", severity: 3 });
  await ada.api.call("POST", `/incidents/${key}/own-checklists`, { title: "Queues", steps: STEPS });
  for (const { page } of [ada, ben]) {
    await page.goto(`/incidents/${key}`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  }
  const cardOf = (page: typeof ada.page) => page.getByRole("region", { name: "Next for you" });
  const titleOf = (page: typeof ada.page) => cardOf(page).getByRole("heading", { level: 3 });

  await test.step("what somebody else has done stays on the card, and no key unticks it", async () => {
    const title = (await titleOf(ben.page).innerText()).trim();
    await ada.page.getByRole("button", { name: `Tick: ${title}: to do` }).click();
    await expect(cardOf(ben.page).getByText(/: done at/)).toBeVisible();
    await expect(titleOf(ben.page)).toHaveText(title);
    await ben.page.keyboard.press("t");
    await cardOf(ben.page).getByRole("button", { name: "Go on" }).click();
    await expect(titleOf(ben.page)).not.toHaveText(title);
    await expect(ben.page.getByRole("button", { name: `Untick: ${title}: done` })).toBeVisible();
  });

  await test.step("the card lies above the steps that scroll below it", async () => {
    await ada.page.getByRole("button", { name: "Tick: Look at queue 30" }).scrollIntoViewIfNeeded();
    const title = (await titleOf(ada.page).innerText()).trim();
    await cardOf(ada.page).getByRole("button", { name: "Done" }).click();
    await expect(ada.page.getByText(`Done: ${title}`, { exact: true })).toBeVisible();
  });
});
