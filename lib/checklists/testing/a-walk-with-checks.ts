import type { TestContext } from "@/lib/db/testing/make-context";
import type { AnApplication } from "@/lib/http/testing/an-application";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import type { PersonActor } from "@/lib/kernel/actor";
import { readIncidentState } from "@/lib/room/read-state";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { addTarget } from "@/lib/settings/targets/add-target";
import { fillPlaceholder } from "../fill-placeholder";
import { startRunbook } from "../start-sections";
import { switchVersion } from "../switch-version";

const SOURCE = `# Queue is long

## Recovery

1. Call \`GET /health/<queue>\`
   - Expected: HTTP 200 and \`"state": "ok"\`
2. Look at the depth.
   - Expected: \`< 1000\`

   \`\`\`promql
   sum(queue_depth)
   \`\`\`
3. Ask somebody.
`;

export const health = { kind: "http", check: "/health/<queue>" } as const;
export const depth = { kind: "query", check: "sum(queue_depth)" } as const;

let names = 0;

/** An administrator, and the targets they name: by default all at one port of this machine. */
export async function targetsAt(ctx: TestContext, port: number) {
  const administrator = ctx.as(await aPerson(ctx, "administrator", "Agnes Holloway"));
  const aTarget = (kind: "http" | "prometheus", secret: string | null = null, at = port) => {
    const input = { name: `target ${(names += 1)}`, kind, baseUrl: `http://127.0.0.1:${at}/below`, secret };
    return act(administrator, addTarget, { ...input, listedHosts: ["127.0.0.1"] });
  };
  return { administrator: administrator.actor, aTarget };
}

/** An incident in which the runbook above is walked: its commander, its three steps, and what is done there. */
export async function aWalkWithChecks(ctx: TestContext, app: AnApplication) {
  const first = await act(ctx, importRunbook, { source: `${SOURCE}\n<!-- ${(names += 1)} -->\n` });
  const incident = await anIncidentInHand(ctx);
  const commander = ctx.as(incident.commander);
  const { versionId: expected, runbookId } = first;
  await act(commander, startRunbook, { key: incident.key, runbookVersionId: expected });
  const items = await ctx.db.checklistItem.findMany({
    where: { streamId: incident.id },
    orderBy: { position: "asc" },
  });
  const [healthId = "", depthId = "", plainId = ""] = items.map(({ id }) => id);
  const { checklistId = "" } = items[0] ?? {};

  const fill = (value: string) =>
    act(commander, fillPlaceholder, { key: incident.key, name: "queue", value, expected: null });
  const run = (actor: PersonActor, itemId: string, targetId: string, check: object = health) =>
    app.send(actor, "POST", `/steps/${itemId}/checks`, { body: { ...check, targetId } });
  const checksAt = async (itemId: string) =>
    (await readIncidentState(ctx, incident.id))?.checklists
      .flatMap((list) => list.items)
      .find((item) => item.id === itemId)?.checks;
  /** Publishes the runbook with other words in it, and switches to that version. */
  const switchTo = async (words: string, others: string) => {
    const source = SOURCE.replace(words, others);
    const { versionId: runbookVersionId } = await act(ctx, importRunbook, { source, runbookId });
    const input = { checklistId, runbookVersionId, expected, reworded: [], criteria: [] };
    await act(commander, switchVersion, input);
    return runbookVersionId;
  };
  return { ...incident, first, healthId, depthId, plainId, fill, run, checksAt, switchTo };
}
