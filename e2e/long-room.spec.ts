import { anIncidentInHand } from "./support/an-incident";
import { setUpAdministrator } from "./support/people";
import { expect, test } from "./support/test";

const STEPS = 60;
const source = [
  "# Drain the queues",
  "## Queues",
  ...Array.from({ length: STEPS }, (_, n) => `${n + 1}. Drain queue ${n + 1}`),
];

interface Room {
  state: { checklists: { items: { id: string }[] }[] };
}

test("a long room comes to life with its first rows, and the others follow", async ({ browser, console }) => {
  const { api, page, context } = await setUpAdministrator(browser, console);
  const { versionId } = await api.call<{ versionId: string }>("POST", "/runbooks", {
    source: source.join("\n"),
  });
  const key = await anIncidentInHand(api, { title: "Orders are stuck", runbookVersionId: versionId });
  const room = `/incidents/${key}`;
  const { state } = await api.call<Room>("GET", room);
  await api.call("PUT", `/steps/${state.checklists[0]?.items[0]?.id}/state`, {
    state: "done",
    expected: "todo",
  });
  await api.call("POST", `${room}/notes`, { text: "Do not restart the planner." });
  const { entries } = await api.call<{ entries: { seq: number }[] }>("GET", `${room}/entries?limit=1`);
  const pinned = entries[0]?.seq ?? 0;
  await api.call("PUT", `${room}/entries/${pinned}/pin`);
  for (let n = 1; n <= 210; n++) await api.call("POST", `${room}/notes`, { text: `Queue at ${n}.` });
  const last = pinned + 211;

  const html = await (await context.request.get(room)).text();
  expect(html.match(/ id="entry-\d/g)).toHaveLength(40);
  expect(html.match(/ id="step-/g)?.length).toBeLessThan(STEPS);

  await test.step("all rows are there, and what is pinned, however old", async () => {
    await page.goto(room);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(page.locator("[id^=entry-]")).toHaveCount(200);
    await expect(page.locator("[id^=step-]")).toHaveCount(STEPS);
    await expect(page.getByRole("list", { name: "Pinned for everybody" })).toContainText("Do not restart");
  });

  await test.step("a link leads to a row that comes later", async () => {
    await page.goto("/incidents");
    await page.goto(`${room}#entry-${last - 150}`);
    await expect(page.locator(`#entry-${last - 150}`)).toBeInViewport();
  });

  await test.step("to a step that comes later, too", async () => {
    const itemId = state.checklists[0]?.items[STEPS - 10]?.id;
    await page.goto("/incidents");
    await page.goto(`${room}?step=${itemId}`);
    await expect(page.locator(`#step-${itemId}`)).toBeInViewport();
  });

  await test.step("and to what is pinned", async () => {
    await page.getByRole("link", { name: `Pinned: entry ${pinned}` }).click();
    await expect(page.locator(`#entry-${pinned}`)).toBeInViewport();
  });

  await test.step("until it is unpinned", async () => {
    await page.getByRole("button", { name: "Back to now" }).click();
    const list = page.getByRole("list", { name: "Pinned for everybody" });
    await expect(list).toBeVisible();
    await api.call("DELETE", `${room}/entries/${pinned}/pin`);
    await expect(list).toHaveCount(0);
  });
});
