import { beforeAll, describe, expect, it } from "vitest";
import { startRunbook } from "@/lib/checklists/start-sections";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand, aPerson, aService } from "@/lib/incidents/testing/factories";
import { newId } from "@/lib/kernel/ids";
import { readAudit } from "@/lib/people/read-audit";
import { ADMINISTRATION } from "@/lib/timeline/administration";
import { changeDetails } from "./change-details";
import { importRunbook } from "./import-runbook";
import { listRunbooks, listTags } from "./list-runbooks";
import { readRunbook } from "./queries";
import { detailsInput } from "./schemas";
import { aRunbook } from "./testing/a-runbook";
import { writeRunbook } from "./versions/write-runbook";

let ctx: TestContext;
beforeAll(async () => {
  const console = await testContext();
  ctx = console.as(await aPerson(console, "administrator"));
});

const change = (changes: unknown) => detailsInput.parse({ changes });

describe("changing details", () => {
  it("writes all of them with one entry that has before and after", async () => {
    const mara = await aPerson(ctx, "responder");
    const queue = await aService(ctx, `queue ${newId()}`);
    const { runbookId, slug } = await aRunbook(ctx, newId());
    await act(ctx.as(mara), changeDetails, {
      slug,
      ...change({
        ownerId: { from: null, to: mara.id },
        tags: { from: [], to: ["Late", "orders", "late"] },
        serviceIds: { from: [], to: [queue] },
        reviewBy: { from: null, to: "2026-09-01" },
      }),
    });
    const told = { ownerId: mara.id, tags: ["late", "orders"], serviceIds: [queue], reviewBy: "2026-09-01" };
    expect(await readRunbook({ ...ctx, actor: mara }, slug)).toMatchObject(told);
    const [entry] = await ctx.db.timelineEntry.findMany({
      where: { streamId: ADMINISTRATION },
      orderBy: { seq: "desc" },
      take: 1,
    });
    expect(entry).toMatchObject({ kind: "runbook.details_changed", actorId: mara.id });
    expect(JSON.parse(entry?.data ?? "{}")).toMatchObject({
      runbookId,
      owner: { from: null, to: mara.id },
      services: { from: [], to: [queue] },
      reviewBy: { from: null, to: "2026-09-01" },
    });
    const texts = await ctx.db.entryText.findMany({
      where: { streamId: ADMINISTRATION, seq: entry?.seq ?? 0 },
    });
    expect(texts.map(({ text }) => text).sort()).toEqual(["", "late, orders"]);
  });

  it("begins with what the head of a new document names, once", async () => {
    const noor = await aPerson(ctx, "responder");
    const name = `Queue ${newId()}`;
    const queue = await aService(ctx, name);
    const { email } = await ctx.db.person.findUniqueOrThrow({
      where: { id: noor.id },
      select: { email: true },
    });
    const head = (tag: string) =>
      `---\nowner: ${email.toUpperCase()}\ntags: [${tag}]\nservices: [${name.toLowerCase()}, nobody knows it]\n---\n`;
    const { slug, runbookId } = await act(ctx, importRunbook, {
      source: `${head("Late")}# ${newId()}\n\n1. Look.\n`,
    });
    const told = { ownerId: noor.id, tags: ["late"], serviceIds: [queue], reviewBy: null };
    expect(await readRunbook(ctx, slug)).toMatchObject(told);
    await act(ctx, importRunbook, { runbookId, source: `${head("early")}# ${newId()}\n\n1. Look.\n` });
    expect(await readRunbook(ctx, slug)).toMatchObject(told);
  });

  it("begins with what its head names also when it is written here", async () => {
    const tag = newId();
    const source = `---\ntags: ${tag}\n---\n# ${newId()}\n\n1. Look.\n`;
    const { slug } = await act(ctx, writeRunbook, { source, why: null, publish: true });
    expect(await readRunbook(ctx, slug)).toMatchObject({ tags: [tag] });
  });

  it("leaves what the head names and is nobody's name, no service's and no day", async () => {
    const [person, service] = [`Noor-${newId()}`, `queue-${newId()}`];
    await aPerson(ctx, "responder", person);
    await aService(ctx, service);
    const like = (name: string) => name.replace("-", "_");
    const { slug } = await act(ctx, importRunbook, {
      source: `---\nowner: ${like(person)}\nservices: ["%", ${like(service)}]\nreview_by: 2027-02-30\n---\n# ${newId()}\n`,
    });
    expect(await readRunbook(ctx, slug)).toMatchObject({ ownerId: null, serviceIds: [], reviewBy: null });
    expect(await readAudit(ctx, { limit: 5 })).toMatchObject({ entries: { length: 5 } });
  });

  it("of two who change the same, tells the second, and changes nothing of what they meant", async () => {
    const { slug } = await aRunbook(ctx, newId());
    const [ana, piet] = [await aPerson(ctx, "responder", "Ana"), await aPerson(ctx, "responder", "Piet")];
    const own = (ownerId: string) => ({ slug, ...change({ ownerId: { from: null, to: ownerId } }) });
    const results = await Promise.allSettled([
      act(ctx.as(ana), changeDetails, own(ana.id)),
      act(ctx.as(piet), changeDetails, own(piet.id)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });

  it("takes no owner without an account, and no service that is not there", async () => {
    const { slug } = await aRunbook(ctx, newId());
    const gone = await aPerson(ctx, "responder");
    await ctx.db.person.update({ where: { id: gone.id }, data: { deactivatedAt: ctx.clock.now() } });
    for (const changes of [
      { ownerId: { from: null, to: gone.id } },
      { ownerId: { from: null, to: newId() } },
      { serviceIds: { from: [], to: [newId()] } },
    ])
      await expect(act(ctx, changeDetails, { slug, ...change(changes) })).rejects.toMatchObject({
        code: "invalid",
      });
  });

  it("is not for viewers", async () => {
    const { slug } = await aRunbook(ctx, newId());
    const input = { slug, ...change({ reviewBy: { from: null, to: "2026-09-01" } }) };
    const refused = act(ctx.as(await aPerson(ctx, "viewer")), changeDetails, input);
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the library", () => {
  it("is filtered by tag, owner and service; of several values of one filter any suffices", async () => {
    const mara = await aPerson(ctx, "responder");
    const [mine, tagged, served, plain] = await Promise.all([0, 1, 2, 3].map(() => aRunbook(ctx, newId())));
    const [queue, tag] = [await aService(ctx, `queue ${newId()}`), newId()];
    const set = (slug: string | undefined, changes: unknown) =>
      act(ctx, changeDetails, { slug: slug ?? "", ...change(changes) });
    await set(mine?.slug, { ownerId: { from: null, to: mara.id } });
    await set(tagged?.slug, { tags: { from: [], to: [tag] } });
    await set(served?.slug, { serviceIds: { from: [], to: [queue] }, tags: { from: [], to: ["other"] } });
    const found = async (filters: Parameters<typeof listRunbooks>[1]) =>
      (await listRunbooks(ctx, filters)).runbooks.map(({ slug }) => slug).sort();
    expect(await found({ owner: [mara.id] })).toEqual([mine?.slug]);
    expect(await found({ tag: [tag] })).toEqual([tagged?.slug]);
    expect(await found({ service: [queue] })).toEqual([served?.slug]);
    expect(await found({ tag: [tag, "other"] })).toEqual([tagged?.slug, served?.slug].sort());
    expect(await found({ tag: [tag], service: [queue] })).toEqual([]);
    expect(await found({ owner: ["nobody", mara.id] })).toEqual(
      expect.arrayContaining([plain?.slug, mine?.slug]),
    );
    expect(await found({ owner: ["nobody"] })).not.toContain(mine?.slug);
    expect((await listTags(ctx)).tags).toEqual(expect.arrayContaining([tag, "other"]));
  });

  it("says where in a runbook the words stand that its title does not hold", async () => {
    const word = `w${newId().slice(-8)}`;
    const source = `# Cache ${word}\n\n## Look\n\n1. Look at ${word} first.\n\n## Empty it\n\n1. Run \`redis-cli -n 4 FLUSHALL ${word}\` on one node.\n`;
    const { slug } = await act(ctx, importRunbook, { source, fileName: `cache-${word}.md` });
    const rows = async (q: string) => (await listRunbooks(ctx, { q })).runbooks;
    expect(await rows(`cache ${word}`)).toMatchObject([{ slug, hit: null }]);
    const hit = { sectionTitle: "Empty it", text: `Run redis-cli -n 4 FLUSHALL ${word} on one node.` };
    expect(await rows(`redis-cli flushall ${word}`)).toMatchObject([{ slug, hit }]);
    const { parsed } = await readRunbook(ctx, slug);
    const section = parsed?.sections.find(({ title }) => title === "Empty it");
    expect((await rows(`flushall ${word}`))[0]?.hit?.sectionKey).toBe(section?.key);
    expect(await rows(`empty it ${word}`)).toMatchObject([{ hit: { text: "Empty it" } }]);
  });

  it("finds by address and by file, with no place to show inside", async () => {
    const name = `flow${newId().slice(-8)}`;
    const source = `# Recovery\n\n1. Look.\n`;
    await act(ctx, importRunbook, { source, fileName: `Triage_and-${name}.md` });
    for (const q of [`triage-and-${name}`, `Triage_and-${name}.md`])
      expect((await listRunbooks(ctx, { q })).runbooks).toMatchObject([{ title: "Recovery", hit: null }]);
  });

  it("finds what only notes and tables say where nothing else says it, page by page", async () => {
    const word = `w${newId().slice(-8)}`;
    const add = (title: string, text: string) =>
      act(ctx, importRunbook, { source: `# ${title} ${word}x\n\n## Look\n\n${text}\n` });
    await add("A", `Expect 0 pods in ${word}y state.\n\n1. Look.`);
    await add("C", `| check | what |\n| --- | --- |\n| ${word}y | locks |\n\n1. Look.`);
    const { runbooks } = await listRunbooks(ctx, { q: `${word}y` });
    expect(runbooks.map(({ title, hit }) => [title, hit?.text])).toEqual([
      [`A ${word}x`, `Expect 0 pods in ${word}y state.`],
      [`C ${word}x`, `${word}y`],
    ]);
    const [first] = runbooks;
    const after = async (id = "") =>
      (await listRunbooks(ctx, { q: `${word}y`, after: id })).runbooks.map(({ title }) => title);
    expect(await after(first?.id)).toEqual([`C ${word}x`]);
    await add("b", `1. Look at ${word}y.`);
    const { runbooks: inSteps } = await listRunbooks(ctx, { q: `${word}y` });
    expect(inSteps.map(({ title }) => title)).toEqual([`b ${word}x`]);
    expect(await after(inSteps[0]?.id)).toEqual([]);
  });

  it("goes by title as people sort, capitals or not", async () => {
    const word = `w${newId().slice(-8)}`;
    for (const title of ["etcd", "Deal", "Vault", "DNS"])
      await act(ctx, importRunbook, { source: `# ${title} ${word}\n\n1. Look.\n` });
    const { runbooks } = await listRunbooks(ctx, { q: word });
    expect(runbooks.map(({ title }) => title.split(" ")[0])).toEqual(["Deal", "DNS", "etcd", "Vault"]);
  });

  it("offers those that are called almost so where nothing holds the words", async () => {
    const source = "# Orchestrator response\n\n1. Look.\n";
    const { slug } = await act(ctx, importRunbook, { source });
    const near = async (q: string) => (await listRunbooks(ctx, { q })).near;
    expect(await near("orchestartor")).toEqual([{ slug, title: "Orchestrator response" }]);
    expect(await near("orchestrater respons")).toHaveLength(1);
    for (const q of ["orchestrator", "orx", "certificates", ""]) expect(await near(q)).toEqual([]);
  });

  it("is filtered by an overdue review, from the day after on", async () => {
    const word = `w${newId().slice(-8)}`;
    const day = (later: number) => new Date(ctx.clock.now().getTime() + later * 86_400_000);
    const made = [];
    for (const later of [-1, 0]) {
      const { runbookId, slug } = await act(ctx, importRunbook, {
        source: `# Due ${later} ${word}\n\n1. Look.\n`,
      });
      await ctx.db.runbook.update({ where: { id: runbookId }, data: { reviewBy: day(later) } });
      made.push(slug);
    }
    const { runbooks } = await listRunbooks(ctx, { q: word, review: "overdue" });
    expect(runbooks.map(({ slug }) => slug)).toEqual([made[0]]);
  });

  it("says when a version of a runbook was last walked in a real incident that the reader may see", async () => {
    const imported = await aRunbook(ctx, newId());
    const stranger = await aPerson(ctx, "manager", "Sam Ward");
    const walk = async (versionId: string, about: Parameters<typeof anIncidentInHand>[1]) => {
      const { key, commander } = await anIncidentInHand(ctx, about);
      const input = { key, runbookVersionId: versionId };
      await act(ctx.as(commander), startRunbook, input);
      const at = ctx.clock.now().toISOString();
      ctx.clock.advance(60);
      return { at, commander };
    };
    const lastWalked = async (actor = ctx.actor) =>
      (await listRunbooks({ ...ctx, actor }, {})).runbooks.find(({ id }) => id === imported.runbookId)
        ?.lastWalkedAt;
    expect(await lastWalked()).toBeNull();
    const first = await walk(imported.versionId, {});
    expect(await lastWalked()).toBe(first.at);
    const second = await act(ctx, importRunbook, {
      source: `# Orders are stuck ${newId()}\n\n## Repair\n\n1. Restart the importer.\n`,
      runbookId: imported.runbookId,
    });
    const newer = await walk(second.versionId, {});
    expect(await lastWalked()).toBe(newer.at);
    await walk(imported.versionId, { kind: "drill" });
    expect(await lastWalked()).toBe(newer.at);
    const hidden = await walk(imported.versionId, { visibility: "members" });
    expect(await lastWalked(stranger)).toBe(newer.at);
    expect(await lastWalked(hidden.commander)).toBe(hidden.at);
  });
});
