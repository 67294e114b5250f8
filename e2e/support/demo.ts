import type { Browser, BrowserContextOptions } from "@playwright/test";
import { fillDemo } from "@/scripts/launch/demo";
import { newSecrets } from "@/scripts/launch/secrets";
import { Api } from "./api";
import { newDatabase } from "./cluster";
import { signIn } from "./people";
import { startConsole, type Console } from "./server";

/** Those of the demonstration who can sign in. */
export type DemoRole = "administrator" | "manager" | "commander" | "responder";
type Account = Record<"email" | "password", string>;

/** A console filled with the demonstration. */
export interface DemoConsole extends Console {
  accounts: ReadonlyMap<string, Account>;
}

/** Starts a console on a database of its own and fills it with the demonstration. */
export async function startDemoConsole(): Promise<DemoConsole> {
  const databaseUrl = await newDatabase();
  const secrets = newSecrets();
  const words = await fillDemo({
    DATABASE_URL: databaseUrl,
    DIRECT_DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secrets.authSecret,
    QUARTERDECK_SIGNING_KEY: secrets.signingKey,
  });
  const accounts = new Map<string, Account>();
  for (const [, role = "", email = "", password = ""] of words.matchAll(/^ +(\S+) +(\S+@\S+) +(\S+)$/gm)) {
    accounts.set(role, { email, password });
  }
  return { ...(await startConsole({ databaseUrl }, secrets)), accounts };
}

/** Signs somebody of the demonstration in, in a browser of their own. */
export async function enterDemo(
  browser: Browser,
  console: DemoConsole,
  role: DemoRole,
  options: BrowserContextOptions = {},
) {
  const account = console.accounts.get(role);
  if (!account) throw new Error(`The demonstration did not say how the ${role} signs in.`);
  const context = await browser.newContext({ ...options, baseURL: console.baseUrl });
  const page = await context.newPage();
  await signIn(page, account.email, account.password);
  return { context, page, api: new Api(page, console.baseUrl) };
}

/** The keys of all incidents, drills too, by title. */
export async function keysByTitle(api: Api): Promise<ReadonlyMap<string, string>> {
  const { rows } = await api.call<{ rows: { key: string; title: string }[] }>(
    "GET",
    "/incidents?kind=any&limit=100",
  );
  return new Map(rows.map(({ key, title }) => [title, key]));
}
