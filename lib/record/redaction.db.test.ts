import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "@/lib/kernel/actor";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { act, anEnvironment, aPerson } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { deliverDue } from "@/lib/outbox/deliver-due";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import type { SummaryDto } from "@/lib/summaries/dto";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import type { DraftDto } from "@/lib/updates/dto";
import { updateMessages } from "@/lib/updates/messages";
import { anUpdate } from "@/lib/updates/testing/an-update";
import type { VerificationDto } from "./dto";
import { tablesWith } from "./testing/tables-with";

const SECRET = "planner-db password hunter2";

let ctx: TestContext;
let app: AnApplication;
let commander: PersonActor;
let manager: PersonActor;

beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  app = anApplication(ctx);
  commander = await aPerson(ctx, "responder", "Elias Brandt");
  manager = await aPerson(ctx, "manager", "Noor Haddad");
});

async function send<T = Record<string, unknown>>(actor: Actor, method: string, path: string, body?: unknown) {
  const response = await app.send(actor, method, path, { body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return (response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text) as T;
}

/** Has a manager redact every text of the incident in which the words stand. */
async function redactAll(incidentId: string, key: string, words = SECRET): Promise<void> {
  const texts = await ctx.db.entryText.findMany({
    where: { streamId: incidentId, text: { contains: words } },
    select: { id: true },
  });
  const textIds = texts.map(({ id }) => id);
  await send(manager, "POST", `/incidents/${key}/redactions`, { textIds, reason: "A password was pasted" });
}

const readSummary = (key: string) => send<SummaryDto>(manager, "GET", `/incidents/${key}/summary`);
const verify = (key: string) => send<VerificationDto>(manager, "GET", `/incidents/${key}/verification`);

async function aDeclared(title = SECRET): Promise<{ id: string; key: string }> {
  const environmentId = await anEnvironment(ctx);
  const written = await send<{ id: string; key: string }>(commander, "POST", "/incidents", {
    ...{ title, severity: 1, environmentId, callLink: null },
  });
  await send(commander, "PUT", `/incidents/${written.key}/acknowledgement`);
  return written;
}

/** The words stand in a note, an update, a step's reason, criteria, a follow-up, and in what somebody retyped. */
async function aResolved(): Promise<{ id: string; key: string }> {
  const { id, key } = await aDeclared();
  const path = `/incidents/${key}`;
  await send(commander, "POST", `${path}/notes`, { text: SECRET });
  await send(commander, "POST", `${path}/own-checklists`, { title: "By hand", steps: [SECRET] });
  const item = await ctx.db.checklistItem.findFirstOrThrow({ where: { streamId: id } });
  const skipped = { state: "skipped", expected: "todo", note: SECRET };
  await send(commander, "PUT", `/steps/${item.id}/state`, skipped);
  await send(commander, "POST", `${path}/criteria`, { text: SECRET });
  const criterion = await ctx.db.exitCriterion.findFirstOrThrow({ where: { incidentId: id } });
  const waived = { state: "waived", expected: "open", note: SECRET };
  await send(commander, "PUT", `/criteria/${criterion.id}/state`, waived);
  await send(commander, "POST", `${path}/follow-ups`, { title: SECRET, kind: "prevent" });
  const over = { current: "All is well.", progress: `We changed ${SECRET}`, blockers: "" };
  await send(commander, "PUT", `${path}/resolution`, over);
  return { id, key };
}

/** Written with the words retyped in one part, submitted, and signed off by another manager. */
async function aSignedOff(): Promise<{ id: string; key: string; sha256: string }> {
  const { id, key } = await aResolved();
  for (const part of ["impact", "rootCause", "remediation", "wentWell"]) {
    const text = part === "rootCause" ? `Somebody pasted ${SECRET} into the room.` : `About ${part}.`;
    await send(commander, "PUT", `/incidents/${key}/summary/parts`, { part, base: "", text });
  }
  await send(commander, "PUT", `/incidents/${key}/summary/submission`);
  const { version, sha256: hash } = await readSummary(key);
  const reviewer = await aPerson(ctx, "manager", "Ruth Adeyemi");
  await send(reviewer, "POST", `/incidents/${key}/summary/sign-offs`, { version, sha256: hash });
  return { id, key, sha256: hash };
}

describe("redacted words", () => {
  it("are gone from every table, answers kept for retries included", async () => {
    const { id, key } = await aSignedOff();
    expect(await tablesWith(ctx, SECRET)).toEqual(
      expect.arrayContaining(["entry_texts", "idempotent_results", "incidents", "summary_versions"]),
    );
    await redactAll(id, key);
    expect(await tablesWith(ctx, SECRET)).toEqual([]);
    await expectFoldEqualsTables(ctx, id);
  });

  it("are found by no search", async () => {
    const { id, key } = await aDeclared("Token cobalt-4711 leaked");
    const found = () => send<{ rows: unknown[] }>(commander, "GET", "/incidents?q=cobalt-4711");
    expect((await found()).rows).toHaveLength(1);
    await redactAll(id, key, "cobalt-4711");
    expect((await found()).rows).toEqual([]);
  });

  it("cannot be guessed from the hash of the request that brought them", async () => {
    const { key } = await aDeclared("Orders are stuck");
    const idempotencyKey = newId();
    const body = { text: "hunter2" };
    const sent = { body, headers: { "idempotency-key": idempotencyKey } };
    await app.send(commander, "POST", `/incidents/${key}/notes`, sent);
    const { requestHash } = await ctx.db.idempotentResult.findUniqueOrThrow({
      where: { actorKey_key: { actorKey: commander.id, key: idempotencyKey } },
    });
    expect(requestHash).not.toBe(sha256(canonical(["POST", `/api/v1/incidents/${key}/notes`, body])));
  });
});

describe("a saved draft of an update", () => {
  const line = (text: string, ...seqs: number[]) => ({ text, seqs });
  const path = (key: string) => `/incidents/${key}/update-draft`;

  async function aSavedDraft() {
    const { id, key } = await aDeclared("Orders are stuck");
    const note = await send<{ entries: [{ seq: number }] }>(commander, "POST", `/incidents/${key}/notes`, {
      text: SECRET,
    });
    const { seq } = note.entries[0];
    const body = {
      current: [line("Orders flow again.", 1), line("The words in other ones", seq)],
      progress: [line(`Said by phone: ${SECRET}`)],
      ...{ blockers: [], nextMinutes: 10, draftedTo: null },
    };
    await send(commander, "PUT", path(key), { number: 1, rev: 0, body });
    return { id, key, body };
  }

  it("loses the lines that cite the words and the words where they were typed", async () => {
    const { id, key, body } = await aSavedDraft();
    await redactAll(id, key);
    const { saved, fresh } = await send<{ saved: { body: unknown; rev: number }; fresh: unknown }>(
      commander,
      "GET",
      path(key),
    );
    expect(saved).toMatchObject({
      rev: 2,
      body: {
        current: [body.current[0], { ...body.current[1], text: "[redacted]" }],
        progress: [line("Said by phone: [redacted]")],
      },
    });
    expect(JSON.stringify(fresh)).not.toContain("hunter2");
    expect(await tablesWith(ctx, SECRET)).toEqual([]);
  });

  it("loses the lines that say a short value which filled a gap of their step", async () => {
    const { id, key } = await aDeclared("Orders are stuck");
    const source = "# Drain\n\n## Recovery\n\n1. Drain `<node>`.\n";
    const { versionId } = await act(ctx, importRunbook, { source, fileName: "drain.md" });
    await send(commander, "POST", `/incidents/${key}/checklists`, { runbookVersionId: versionId });
    const gap = { name: "node", value: "pw-1", expected: null };
    await send(commander, "PUT", `/incidents/${key}/placeholders`, gap);
    const item = await ctx.db.checklistItem.findFirstOrThrow({ where: { streamId: id } });
    await send(commander, "PUT", `/steps/${item.id}/state`, { state: "done", expected: "todo" });
    const read = () => send<DraftDto>(commander, "GET", path(key));
    const { fresh } = await read();
    expect(JSON.stringify(fresh)).toContain("Drain pw-1");
    await send(commander, "PUT", path(key), { number: 1, rev: 0, body: fresh });
    await redactAll(id, key, "pw-1");
    expect(JSON.stringify(await read())).not.toContain("pw-1");
  });

  it("is not brought back by an author who still has it on the screen", async () => {
    const { id, key, body } = await aSavedDraft();
    await redactAll(id, key);
    const late = await app.send(commander, "PUT", path(key), { body: { number: 1, rev: 1, body } });
    expect(late.status).toBe(409);
    expect(await tablesWith(ctx, SECRET)).toEqual([]);
  });

  it("stays as it is when it has none of the words", async () => {
    const { id, key } = await aDeclared(SECRET);
    const body = {
      current: [line("Orders flow.")],
      progress: [],
      blockers: [],
      nextMinutes: null,
      draftedTo: null,
    };
    await send(commander, "PUT", path(key), { number: 1, rev: 0, body });
    await redactAll(id, key);
    expect(await send(commander, "GET", path(key))).toMatchObject({ saved: { rev: 1, body } });
  });
});

describe("a message to a webhook", () => {
  it("neither says nor keeps the words, delivered or not", async () => {
    const { id, key } = await aDeclared();
    const webhook = { name: "#ops", url: "https://chat.example.org/s3cr", incidentId: id };
    await ctx.db.webhook.create({ data: { ...webhook, id: newId(), createdAt: ctx.clock.now() } });
    const sent: string[] = [];
    const deliver = () =>
      deliverDue(ctx, {
        log: pino({ level: "silent" }),
        kinds: updateMessages("https://quarterdeck.example.org"),
        post: async (_url, body) => {
          sent.push(JSON.stringify(body));
          return { ok: true, ms: 1 };
        },
      });
    await send(commander, "POST", `/incidents/${key}/updates`, anUpdate(1, { current: SECRET }));
    await deliver();
    expect(sent.join()).toContain(SECRET);
    await send(commander, "POST", `/incidents/${key}/updates`, anUpdate(2, { blockers: SECRET }));
    await redactAll(id, key);
    await deliver();
    expect(sent).toHaveLength(2);
    expect(sent[1]).not.toContain("hunter2");
    expect(sent[1]).toContain("[redacted]");
    expect(await tablesWith(ctx, SECRET)).toEqual([]);
  });
});

describe("a summary with redacted words", () => {
  it("says them in no version and no export", async () => {
    const { id, key } = await aSignedOff();
    await redactAll(id, key);
    const { versions } = await readSummary(key);
    const paths = [
      ...versions.map(({ number }) => `summary/versions/${number}`),
      ...["summary", "summary.md", "entries?limit=200", "updates", ""],
    ];
    for (const path of paths) {
      const said = JSON.stringify(await send(manager, "GET", `/incidents/${key}/${path}`.replace(/\/$/, "")));
      expect(said, path).not.toContain("hunter2");
    }
    const { body } = await readSummary(key);
    expect(body.parts.rootCause).toBe("Somebody pasted [redacted] into the room.");
    expect(body.derived).toMatchObject({
      title: "[redacted]",
      criteria: [{ text: "[redacted]", reason: "[redacted]" }],
      steps: [{ reason: "[redacted]" }],
    });
    expect(body.followUps).toMatchObject([{ title: "[redacted]" }]);
  });

  it("keeps its sign-off, says by whom words were redacted, and what was signed off", async () => {
    const signed = await aSignedOff();
    await redactAll(signed.id, signed.key);
    const summary = await readSummary(signed.key);
    expect(summary).toMatchObject({ state: "signed_off", signedVersion: summary.version });
    expect(summary.sha256).not.toBe(signed.sha256);
    expect(summary.versions.find(({ number }) => number === summary.version)?.redacted).toEqual({
      byId: manager.id,
      at: ctx.clock.now().toISOString(),
      before: signed.sha256,
    });
    const markdown = await send<string>(manager, "GET", `/incidents/${signed.key}/summary.md`);
    expect(markdown).toContain("Words in it were redacted by Noor Haddad");
    expect(markdown).toContain(signed.sha256);
    await send(manager, "PUT", `/incidents/${signed.key}/closure`, {});
  });

  it("verifies as redacted, not as altered; altered afterwards, it says so", async () => {
    const { id, key } = await aSignedOff();
    const before = await verify(key);
    expect(before).toMatchObject({ ok: true, redacted: [] });
    await redactAll(id, key);
    const signOff = await ctx.db.timelineEntry.findFirstOrThrow({
      where: { streamId: id, kind: "summary.signed_off" },
    });
    const after = await verify(key);
    expect(after).toMatchObject({ ok: true, problems: [] });
    const at = ctx.clock.now().toISOString();
    expect(after.redacted).toContainEqual({ seq: signOff.seq, by: manager.id, at });
    await ctx.db.$executeRaw`
      UPDATE summary_versions SET body = jsonb_set(body, '{parts,impact}', '"Nobody noticed."')
      WHERE submitted_at IS NOT NULL AND summary_id = (SELECT id FROM summaries WHERE incident_id = ${id}::uuid)`;
    expect(await verify(key)).toMatchObject({
      ok: false,
      problems: [{ seq: signOff.seq, what: "summary altered" }],
    });
  });

  it("that was altered before stays altered: a redaction excuses its own words only", async () => {
    const { id, key } = await aSignedOff();
    await ctx.db.$executeRaw`
      UPDATE summary_versions SET body = jsonb_set(body, '{parts,impact}', '"Nobody noticed."')
      WHERE submitted_at IS NOT NULL AND summary_id = (SELECT id FROM summaries WHERE incident_id = ${id}::uuid)`;
    await redactAll(id, key);
    expect(await verify(key)).toMatchObject({ ok: false, problems: [{ what: "summary altered" }] });
  });

  it("cannot be signed off as it was read before", async () => {
    const { id, key } = await aResolved();
    for (const part of ["impact", "rootCause", "remediation", "wentWell"])
      await send(commander, "PUT", `/incidents/${key}/summary/parts`, { part, base: "", text: "Written." });
    await send(commander, "PUT", `/incidents/${key}/summary/submission`);
    const read = await readSummary(key);
    await redactAll(id, key);
    const decide = ({ version, sha256: hash }: SummaryDto) =>
      app.send(manager, "POST", `/incidents/${key}/summary/sign-offs`, { body: { version, sha256: hash } });
    expect((await decide(read)).status).toBe(409);
    expect((await decide(await readSummary(key))).status).toBe(200);
    expect(await verify(key)).toMatchObject({ ok: true });
  });

  it("stays as it is when none of its words were redacted", async () => {
    const { id, key } = await aSignedOff();
    await send(commander, "POST", `/incidents/${key}/notes`, { text: "another one, cobalt-4711" });
    const before = await readSummary(key);
    await redactAll(id, key, "cobalt-4711");
    expect(await readSummary(key)).toEqual(before);
    const kinds = await ctx.db.timelineEntry.findMany({ where: { streamId: id, kind: "summary.redacted" } });
    expect(kinds).toEqual([]);
  });
});
