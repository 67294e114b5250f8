import type { Page } from "@playwright/test";
import { aDeclaredIncident } from "./support/an-incident";
import { setUpAdministrator } from "./support/people";
import { slowly } from "./support/slowly";
import { expect, test } from "./support/test";

test("what happens while a list is still loading is on it, in the first tab as in the next", async ({
  browser,
  console,
}) => {
  const { page, context, api } = await setUpAdministrator(browser, console);
  await aDeclaredIncident(api, { title: "Exports stop half way" });
  const next = await context.newPage();
  for (const [tab, title] of [
    [page, "Jobs wait for an hour"],
    [next, "Orders are stuck"],
  ] as const) {
    const scripts = await slowly(tab, "**/_next/static/**/*.js");
    await tab.goto("/incidents", { waitUntil: "commit" });
    await expect(row(tab, "Exports stop half way")).toBeVisible();
    await aDeclaredIncident(api, { title });
    scripts.go();
    await expect(row(tab, title)).toBeVisible();
    await tab.goto("/");
    await expect(row(tab, title)).toBeVisible();
  }
});

function row(page: Page, title: string) {
  return page.getByRole("link", { name: new RegExp(title) }).first();
}
