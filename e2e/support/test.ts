import { test as base } from "@playwright/test";
import { startConsole, type Console, type ConsoleOptions } from "./server";

interface Worker {
  /** Another value gives a console of its own: `test.use({ consoleOptions: { hostName: "deck.test" } })`. */
  consoleOptions: ConsoleOptions;
  /** A running console on a database of its own, empty at first; shared by the tests of a worker. */
  console: Console;
}

/** The journeys' `test`: relative addresses lead to the console. */
export const test = base.extend<object, Worker>({
  consoleOptions: [{}, { scope: "worker", option: true }],
  console: [
    async ({ consoleOptions }, provide) => {
      const running = await startConsole(consoleOptions);
      await provide(running);
      await running.stop();
    },
    { scope: "worker" },
  ],
  baseURL: ({ console }, provide) => provide(console.baseUrl),
});

export { expect } from "@playwright/test";
