import { test as base } from "@playwright/test";
import { startConsole, type Console, type ConsoleOptions } from "./server";

interface Fixtures {
  /** How the console is started: `test.use({ consoleOptions: { hostName: "deck.test" } })`. */
  consoleOptions: ConsoleOptions;
  /** A running console on a database of its own, empty at first. */
  console: Console;
}

/** The journeys' `test`: relative addresses lead to the console. */
export const test = base.extend<Fixtures>({
  consoleOptions: [{}, { option: true }],
  console: async ({ consoleOptions, browser }, provide) => {
    const running = await startConsole(consoleOptions);
    await provide(running);
    // People's browsers that stay open look for a console that is gone, as long as the run takes.
    await Promise.all(browser.contexts().map((context) => context.close()));
    await running.stop();
  },
  baseURL: ({ console }, provide) => provide(console.baseUrl),
});

export { expect } from "@playwright/test";
