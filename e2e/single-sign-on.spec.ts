import type { Browser, Page } from "@playwright/test";
import { startIdentityProvider, type Claims, type IdentityProvider } from "./support/identity-provider";
import { join, setUpAdministrator, type Person } from "./support/people";
import type { Console } from "./support/server";
import { expect, test as base } from "./support/test";

interface Fixtures {
  /** Whether the provider tells address and name in the ID token already. */
  tellsInIdToken: boolean;
  identityProvider: IdentityProvider;
}

const test = base.extend<Fixtures>({
  tellsInIdToken: [false, { option: true }],
  identityProvider: async ({ tellsInIdToken }, provide) => {
    const provider = await startIdentityProvider(tellsInIdToken);
    await provide(provider);
    provider.stop();
  },
  consoleOptions: ({ identityProvider }, provide) => provide({ env: identityProvider.env }),
});

test("people come in through the organisation's provider, as whom it says they are", async ({
  browser,
  console,
  identityProvider,
}) => {
  identityProvider.register(console.baseUrl);
  const ada = await setUpAdministrator(browser, console);
  const mara = await join(browser, console, ada, "Mara Lind", "manager");
  const come = (claims: Claims) => comeIn(browser, console, identityProvider, claims);

  await test.step("an active person with a verified address is who they were, with PKCE and state", async () => {
    const page = await come({
      sub: "m-1",
      email: mara.email.toUpperCase(),
      email_verified: true,
      name: "M. Lind",
    });
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    expect(await whoIs(page)).toMatchObject({ name: "Mara Lind", accessRole: "manager", singleSignOn: true });
    const [asked] = identityProvider.asked;
    expect(asked?.get("response_type")).toBe("code");
    expect(asked?.get("code_challenge_method")).toBe("S256");
    expect(asked?.get("code_challenge")).toMatch(/^[\w-]{43}$/);
    expect(asked?.get("state")?.length).toBeGreaterThan(20);
  });

  await test.step("they come back by the provider's subject, whatever their address has become", async () => {
    const page = await come({ sub: "m-1", email: "mara.new@example.org", email_verified: false });
    expect(await whoIs(page)).toMatchObject({ name: "Mara Lind", email: mara.email });
  });

  await test.step("somebody unknown becomes a viewer", async () => {
    const page = await come({
      sub: "n-1",
      email: "nils@example.org",
      email_verified: true,
      name: "Nils Aalto",
    });
    expect(await whoIs(page)).toMatchObject({ name: "Nils Aalto", accessRole: "viewer", hasPassword: false });
  });

  await test.step("somebody invited becomes what the invitation says", async () => {
    const invitation = { email: "ines@example.org", name: null, accessRole: "responder" };
    await ada.api.call("POST", "/invitations", invitation);
    const page = await come({ sub: "i-1", email: "ines@example.org", email_verified: true, name: "Ines" });
    expect(await whoIs(page)).toMatchObject({ accessRole: "responder" });
  });

  await test.step("nobody comes in by an address that is not verified, or is another identity's", async () => {
    const unverified = await come({ sub: "x-1", email: ada.email, email_verified: false });
    await expectRefused(unverified, "has not verified this e-mail address");
    const second = await come({ sub: "m-2", email: mara.email, email_verified: true });
    await expectRefused(second, "belongs to another identity here");
    await expectRefused(await come({ sub: "x-2" }), "sent no e-mail address");
  });

  await test.step("a deactivated person is refused", async () => {
    const { id } = await mara.api.call<{ id: string }>("GET", "/me");
    await ada.api.call("POST", `/people/${id}/deactivation`);
    const page = await come({ sub: "m-1", email: mara.email, email_verified: true });
    await expectRefused(page, "This account is deactivated");
  });
});

test("an answer that this browser did not ask for signs nobody in", async ({
  browser,
  console,
  identityProvider,
}) => {
  identityProvider.register(console.baseUrl);
  await setUpAdministrator(browser, console);
  identityProvider.willBe({ sub: "e-1", email: "eve@example.org", email_verified: true });
  const callback = await answerFor(browser, console);
  for (const forged of [
    callback.href,
    `${callback.href}x`,
    callback.href.replace(/state=[^&]+/, "state=made-up"),
  ]) {
    const page = await (await browser.newContext({ baseURL: console.baseUrl })).newPage();
    await page.goto(forged);
    await expectRefused(page, "The sign-in was not completed. Try again.");
  }
});

test.describe("a provider that tells everything in the ID token", () => {
  test.use({ tellsInIdToken: true });

  test("works the same", async ({ browser, console, identityProvider }) => {
    identityProvider.register(console.baseUrl);
    await setUpAdministrator(browser, console);
    const claims = { sub: "n-1", email: "nils@example.org", email_verified: true, name: "Nils Aalto" };
    const page = await comeIn(browser, console, identityProvider, claims);
    expect(await whoIs(page)).toMatchObject({ name: "Nils Aalto", accessRole: "viewer" });
  });
});

/** Signs in with the button, in a browser of their own that the provider does not know yet. */
async function comeIn(
  browser: Browser,
  console: Console,
  provider: IdentityProvider,
  claims: Claims,
): Promise<Page> {
  provider.willBe(claims);
  const page = await (await browser.newContext({ baseURL: console.baseUrl })).newPage();
  await page.goto("/sign-in?next=/incidents");
  const back = page.waitForURL((url) => url.origin === console.baseUrl && url.search !== "?next=/incidents");
  await page.getByRole("button", { name: "Sign in with Harbour ID" }).click();
  await back;
  return page;
}

/** The address to which the provider sends one browser back, which never gets there. */
async function answerFor(browser: Browser, console: Console): Promise<URL> {
  const page = await (await browser.newContext({ baseURL: console.baseUrl })).newPage();
  await page.route("**/api/auth/callback/oidc*", (route) => route.abort());
  await page.goto("/sign-in");
  const sentBack = page.waitForRequest("**/api/auth/callback/oidc*");
  await page.getByRole("button", { name: "Sign in with Harbour ID" }).click();
  return new URL((await sentBack).url());
}

async function whoIs(page: Page): Promise<Partial<Person>> {
  const response = await page.request.get("/api/v1/me");
  expect(response.status()).toBe(200);
  return (await response.json()) as Partial<Person>;
}

async function expectRefused(page: Page, words: string): Promise<void> {
  await expect(page.getByText(words)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
}
