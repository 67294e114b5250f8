import { anIncidentInHand } from "./support/an-incident";
import { setUpAdministrator } from "./support/people";
import { expect, test } from "./support/test";

test("a room comes to life whichever of its scripts fails at first", async ({ browser, console }) => {
  const { api, context } = await setUpAdministrator(browser, console);
  const room = `/incidents/${await anIncidentInHand(api, { title: "Orders are stuck" })}`;
  const html = await (await context.request.get(room)).text();
  const scripts = [...html.matchAll(/<script src="(\/_next\/[^"]+)" async/g)].map(([, path]) => path ?? "");
  expect(scripts.length).toBeGreaterThan(3);
  const person = { storageState: await context.storageState(), baseURL: console.baseUrl };

  async function opensWithout(script: string, stylesComeLast: boolean) {
    // A browser that has kept nothing.
    const visit = await browser.newContext({ ...person, serviceWorkers: "block" });
    const page = await visit.newPage();
    let asked = 0;
    let onFailure = () => {};
    const hasFailed = new Promise<void>((resolve) => (onFailure = resolve));
    await page.route(`**${script}`, (route) => (asked++ === 0 ? route.abort() : route.continue()));
    page.on("requestfailed", (request) => request.url().endsWith(script) && onFailure());
    if (stylesComeLast) await page.route("**/*.css", (route) => hasFailed.then(() => route.continue()));
    await page.goto(room);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    expect(asked).toBeGreaterThan(1);
    await visit.close();
  }
  // The loader fetches some of them once more; without one of the others nothing runs at all, and the page is loaded anew.
  for (const stylesComeLast of [false, true])
    await Promise.all(scripts.map((script) => opensWithout(script, stylesComeLast)));
});

test("without an answer of the console the page says that a part of it is missing", async ({
  browser,
  console,
}) => {
  const { context } = await setUpAdministrator(browser, console);
  const state = { storageState: await context.storageState(), baseURL: console.baseUrl };
  const page = await (await browser.newContext({ ...state, serviceWorkers: "block" })).newPage();
  await page.route(/\/_next\/.*\.js$|\/api\/health/, (route) => route.abort());
  await page.goto("/incidents");
  await expect(page.locator("html")).toHaveAttribute("data-broken", "");
  await expect(page.getByRole("heading", { name: "Incidents" })).toBeVisible();
  await page.unrouteAll();
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("html")).not.toHaveAttribute("data-broken");
});
