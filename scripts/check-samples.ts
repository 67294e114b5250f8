import { expectDirectory } from "./samples/directory";
import { Expectations } from "./samples/expect";
import { readSample } from "./samples/facts";
import { expectFlows } from "./samples/flows";
import { expectIncidentResponse } from "./samples/incident-response";
import { expectLeanOrchestration } from "./samples/lean-orchestration";
import { locateSamples } from "./samples/locate";
import { expectOperations } from "./samples/operations";
import { readAll } from "./samples/read-all";
import { finish } from "./support/finish";

const USAGE = `npm run check:samples                what the founding runbooks must give, with all counts
npm run check:samples -- --fuzz 10000   and so many damaged samples: none may lose a line or take long
QUARTERDECK_SAMPLES names the folder with the samples`;

/** Exit code 1 when something is not as it must be. */
await finish(() => {
  const [flag, count, ...more] = process.argv.slice(2);
  const fuzz = flag === "--fuzz" ? Number(count ?? 10_000) : 0;
  if ((flag !== undefined && flag !== "--fuzz") || more.length > 0 || !Number.isInteger(fuzz))
    throw new Error(USAGE);
  const samples = locateSamples(process.env["QUARTERDECK_SAMPLES"]);
  const expect = new Expectations();
  const founding = {
    "lean-orchestration.md": expectLeanOrchestration,
    "orchestrator-incident-response.md": expectIncidentResponse,
    "triage-and-recovery-flows.md": expectFlows,
    "runbooks-directory.md": expectDirectory,
    "operations.md": expectOperations,
  };
  for (const [name, check] of Object.entries(founding)) {
    expect.of(name);
    check(expect, readSample(samples.seeds, name), samples.fences);
  }
  readAll(expect, samples.runbooks, fuzz);
  for (const failure of expect.failures) console.log(`✗ ${failure}`);
  if (!samples.fences)
    console.log("operations-fences.json was not supplied: its counts are checked, not its texts.");
  console.log(`${expect.passed} passed, ${expect.failures.length} failed`);
  if (expect.failures.length > 0) process.exitCode = 1;
  return Promise.resolve();
});
