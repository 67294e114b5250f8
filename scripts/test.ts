import { fastChecks, journeys, slowTests } from "./checks/list";
import { requireChromium } from "./checks/require-chromium";
import { runCheck, runChecks, sum, type Counts } from "./checks/run-check";
import { buildIfStale } from "./launch/build";

/** `npm test`; with `--fast`, `npm run check`: the quick part, without database and browser. */
const fast = process.argv.includes("--fast");
const counts: Counts[] = [await runChecks(fastChecks(), 2)];
if (!fast) {
  if (sum(counts).failed > 0)
    console.log("Database and property tests, build and journeys wait until the above is mended.");
  else await slowChecks();
}
const { passed, failed } = sum(counts);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function slowChecks(): Promise<void> {
  counts.push(await runChecks(slowTests(), 2));
  const built = await attempt(() => buildIfStale());
  const chromium = await attempt(() => requireChromium());
  if (built.ok && chromium.ok) counts.push(await runCheck(journeys(chromium.value)));
}

/** A step of preparation: counts as one. */
async function attempt<T>(act: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false }> {
  try {
    const value = await act();
    counts.push({ passed: 1, failed: 0 });
    return { ok: true, value };
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    counts.push({ passed: 0, failed: 1 });
    return { ok: false };
  }
}
