import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { Api } from "./api";
import type { Console } from "./server";

export const PASSWORD = "a long walk on the quarter deck";

export interface Person {
  name: string;
  email: string;
  context: BrowserContext;
  page: Page;
  api: Api;
}

type AccessRole = "viewer" | "responder" | "manager" | "administrator";

/** Makes the first administrator through the one-time link, as a person does. */
export async function setUpAdministrator(
  browser: Browser,
  console: Console,
  name = "Ada Okoye",
): Promise<Person> {
  const person = await inBrowser(browser, console, name);
  const { page } = person;
  if (!console.setupLink) throw new Error("The console has an administrator already.");
  await page.goto(console.setupLink);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: /administrator|set up/i }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  return person;
}

/** Invites somebody and has them accept the link in a browser of their own. */
export async function join(
  browser: Browser,
  console: Console,
  administrator: Person,
  name: string,
  accessRole: AccessRole,
): Promise<Person> {
  const person = await inBrowser(browser, console, name);
  const { url } = await administrator.api.call<{ url: string }>("POST", "/invitations", {
    email: person.email,
    name,
    accessRole,
  });
  await person.page.goto(url);
  await person.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await person.page.getByRole("button", { name: /join|accept/i }).click();
  await expect(person.page.getByRole("navigation", { name: "Main" })).toBeVisible();
  return person;
}

/** Signs in on the sign-in page. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

async function inBrowser(browser: Browser, console: Console, name: string): Promise<Person> {
  const context = await browser.newContext({
    baseURL: console.baseUrl,
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@example.org`;
  return { name, email, context, page, api: new Api(page, console.baseUrl) };
}
