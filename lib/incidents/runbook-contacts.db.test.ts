import { beforeAll, expect, it } from "vitest";
import { startRunbook } from "@/lib/checklists/start-sections";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { newId } from "@/lib/kernel/ids";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { aRunbook } from "@/lib/runbooks/testing/a-runbook";
import { readContacts } from "./contacts";
import { act, anIncidentInHand } from "./testing/factories";

let ctx: TestContext;
beforeAll(async () => {
  ctx = await testContext();
});

const SOURCE = `# Jobs wait

## First look

1. Read the lag.

## Escalation

| Issue | Whom to tell | After |
|---|---|---|
| The queue does not drain | Payments lead | 30 min |
| Data is lost | On-call | at once |

## Contacts

\`\`\`yaml
contacts:
  payments:
    name: Payments desk
    phone: "+49 30 1234"
\`\`\`
`;

it("are those of the version that is walked; a runbook that names nobody is left out", async () => {
  const { key, commander } = await anIncidentInHand(ctx);
  const walked = await act(ctx, importRunbook, { source: `${SOURCE}\n<!-- ${newId()} -->\n` });
  const silent = await aRunbook(ctx, `\n<!-- ${newId()} -->\n`);
  const asCommander = ctx.as(commander);
  expect((await readContacts(asCommander, key)).runbooks).toEqual([]);
  for (const { versionId } of [silent, walked])
    await act(asCommander, startRunbook, { key, runbookVersionId: versionId });
  const later = SOURCE.replace("Payments lead", "Somebody else");
  await act(ctx, importRunbook, { source: later, runbookId: walked.runbookId });
  expect((await readContacts(asCommander, key)).runbooks).toEqual([
    {
      slug: expect.stringMatching(/^jobs-wait/) as string,
      ...{ number: 1, title: "Jobs wait" },
      escalation: [
        { issue: "The queue does not drain", target: "Payments lead", within: "30 min" },
        { issue: "Data is lost", target: "On-call", within: "at once" },
      ],
      contacts: [
        { name: "Payments desk", role: "payments", channels: [{ kind: "phone", value: "+49 30 1234" }] },
      ],
    },
  ]);
});
