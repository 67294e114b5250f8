import { enterDemo, keysByTitle, startDemoConsole, type DemoConsole, type DemoRole } from "./support/demo";
import { aDeclaredIncident, anIncidentInHand } from "./support/an-incident";
import { setUpAdministrator } from "./support/people";
import { screensByRole } from "./support/screens/all";
import { emptyScreens } from "./support/screens/empty";
import { look } from "./support/screens/look";
import { button, inRoom, type Screen } from "./support/screens/screen";
import { visitorScreens } from "./support/screens/visitor";
import { test } from "./support/test";

/** So many at a time that a slow machine looks at them within the time of a test. */
const AT_A_TIME = 12;

test.describe("in the demonstration axe finds nothing on", () => {
  let demo: DemoConsole;
  test.beforeAll(async () => void (demo = await startDemoConsole()));
  test.afterAll(() => demo.stop());

  for (const { title, role, screens } of partsOf(screensByRole)) {
    test(title, async ({ browser }) => {
      const { page, context, api } = await enterDemo(browser, demo, role, { reducedMotion: "reduce" });
      // Each screen is met anew: what the tab kept of the one before is gone.
      await page.addInitScript(() => sessionStorage.clear());
      const keys = await keysByTitle(api);
      for (const screen of screens) {
        const path = screen.path.replace(/\{(.+)\}/, (_, title: string) => keys.get(title) ?? title);
        await look(page, { ...screen, path });
      }
      await context.close();
    });
  }

  test("what a visitor sees", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: demo.baseUrl, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const screen of visitorScreens) await look(page, screen);
    await context.close();
  });
});

test("in an empty console axe finds nothing, from its set-up on", async ({ browser, console, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await look(page, { name: "set-up", path: console.setupLink ?? "", shows: "Your name" });
  const ada = await setUpAdministrator(browser, console);
  await ada.page.emulateMedia({ reducedMotion: "reduce" });
  for (const screen of emptyScreens) await look(ada.page, screen);

  const invited = { email: "ines@example.org", name: "Ines", accessRole: "responder" };
  const { url } = await ada.api.call<{ url: string }>("POST", "/invitations", invited);
  await look(page, { name: "an invitation", path: url, shows: "Your name" });

  await ada.api.call("POST", "/webhooks", { name: "#ops", url: "http://127.0.0.1:9/x", told: "updates" });
  const path = "/admin/webhooks";
  await look(ada.page, { name: "changing a webhook", path, shows: "New address", open: button(/^Change /) });

  const title = "Exports stop half way";
  const declared = await aDeclaredIncident(ada.api, { title });
  await look(ada.page, { name: "nobody has command", path: `/incidents/${declared}`, shows: title });
  const inHand = await anIncidentInHand(ada.api, { title });
  const room = `/incidents/${inHand}`;
  await look(ada.page, inRoom("snoozing", /Once for this update/, button(/^Snooze/), room));
});

function partsOf(byRole: Record<DemoRole, readonly Screen[]>) {
  return Object.entries(byRole).flatMap(([role, screens]) =>
    Array.from({ length: Math.ceil(screens.length / AT_A_TIME) }, (_, part) => ({
      role: role as DemoRole,
      title: `what the ${role} sees${part > 0 ? `, part ${part + 1}` : ""}`,
      screens: screens.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME),
    })),
  );
}
