import { parseArgs } from "node:util";
import { startReceiver } from "./chaos/receiver";
import { runChaos, type Verdict } from "./chaos/run-chaos";
import { startOwnConsole } from "./load/own-console";
import { finish } from "./support/finish";

const SHOWN_AT_MOST = 10;

/**
 * `npm run chaos [-- --kills 4 --acts 1000]`: kills the server and PostgreSQL again and again while people write, then
 * looks for everything that the console acknowledged. Exit code 1 when anything is lost, doubled or wrong.
 */
await finish(async () => {
  const { values } = parseArgs({
    options: { kills: { type: "string", default: "40" }, acts: { type: "string", default: "20000" } },
  });
  const wanted = { kills: wholeNumber(values.kills), acts: wholeNumber(values.acts) };
  if (wanted.kills % 2)
    throw new Error("--kills must be even: half are the server's, half are PostgreSQL's.");
  const receiver = await startReceiver();
  const own = await startOwnConsole();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void own.stop().then(() => process.exit(130)));
  try {
    const verdict = await runChaos(own, receiver, wanted);
    process.exitCode = say(verdict, wanted.acts) ? 0 : 1;
  } finally {
    await own.stop();
    await receiver.stop();
  }
  process.exit();
});

function say({ kills, acknowledged, lost, doubled, faults }: Verdict, acts: number): boolean {
  const tooFew = acknowledged < acts ? [`fewer than ${acts} acts`] : [];
  list("lost", lost);
  list("doubled", doubled);
  list("wrong", [...faults, ...tooFew]);
  console.log(`kills ${kills}, acknowledged ${acknowledged}, lost ${lost.length}, doubled ${doubled.length}`);
  return lost.length + doubled.length + faults.length + tooFew.length === 0;
}

function list(title: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, SHOWN_AT_MOST)) console.log(`${title}: ${line}`);
  if (lines.length > SHOWN_AT_MOST) console.log(`${title}: and ${lines.length - SHOWN_AT_MOST} more`);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`${text} is no whole number.`);
}
