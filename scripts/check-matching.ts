import { locateSamples } from "./samples/locate";
import { percent, tally, type Tally } from "./samples/matching-tally.rules";
import { readLibrary, readRules } from "./samples/matching";
import { finish } from "./support/finish";
import { table } from "./runbooks/table";

const USAGE = `npm run check:matching   how often the first runbook found for an alert is the right one
QUARTERDECK_SAMPLES names the folder with the samples: runbooks, and alert-rules/alert_runbook.csv beside them`;

/** What of an alert is told: precision without the address shows what the name alone is worth. */
const TOLD = {
  "name, address, summary": { name: true, address: true },
  "name and summary": { name: true, address: false },
  "address and summary": { name: false, address: true },
} as const;

const COLUMNS = ["told", ">precision", ">recall", ">none is right", ">dead link", ">not in the folder"];

await finish(() => {
  if (process.argv.length > 2) throw new Error(USAGE);
  const { runbooks } = locateSamples(process.env["QUARTERDECK_SAMPLES"]);
  const rules = readRules(runbooks);
  const library = readLibrary(runbooks);
  console.log(`${rules.length} alerts, ${library.size} runbooks\n`);
  const told = Object.entries(TOLD).map(([what, parts]) => {
    const found = rules.map((rule) => ({
      expected: rule.runbook,
      known: rule.known,
      found: library.firstFor({
        name: parts.name ? rule.name : "",
        runbookUrl: parts.address ? rule.runbookUrl : null,
        text: rule.summary,
      }),
    }));
    return { what, found, counts: tally(found) };
  });
  console.log(
    table(
      COLUMNS,
      told.map(({ what, counts }) => [what, ...cells(counts)]),
    ),
  );
  for (const { known, expected, found } of told[0]?.found ?? [])
    if (found !== expected) console.log(`${known}: found ${found ?? "none"}, right is ${expected ?? "none"}`);
  return Promise.resolve();
});

function cells({ right, offered, wanted, none, dead, absent }: Tally): string[] {
  return [
    `${right} of ${offered}, ${percent(right, offered)}`,
    `${right} of ${wanted}, ${percent(right, wanted)}`,
    `${none.right} of ${none.all}, ${percent(none.right, none.all)}`,
    `${dead.right} of ${dead.all}`,
    `${absent.right} of ${absent.all}`,
  ];
}
