import type { BaseContext } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { stepsOf } from "../parse/read";
import type { ParsedRunbook } from "../parse/types";
import { readOutcomes, type RunbookOutcomes } from "../learning/read-outcomes";
import { readParse } from "../read-parse";
import { DEAD_AFTER } from "./link.rules";
import { linksIn } from "./links.rules";
import { rotOf } from "./rot.rules";

type Base = Pick<BaseContext, "db" | "clock">;

/**
 * Reckons how much care a runbook needs, from its published version, its links, and what incidents say of it. Nothing is
 * decided here, so two that do it at once do no harm. One without a published version is not reckoned.
 */
export async function reckonRot({ db, clock }: Base, runbookId: string): Promise<void> {
  // Before it is read: what is published meanwhile makes this one stale.
  const now = clock.now();
  const runbook = await db.runbook.findUnique({
    where: { id: runbookId },
    select: { createdAt: true, publishedVersionId: true, ownerId: true, reviewBy: true },
  });
  const version = runbook?.publishedVersionId && (await readVersion(db, runbook.publishedVersionId));
  if (!runbook || !version) return;
  const links = linksIn(version.parsed.sections);
  await keepLinks(db, runbookId, links);
  const outcomes = await readOutcomes({ db }, runbookId);
  const { score, reasons } = rotOf({
    now: now.getTime(),
    since: runbook.createdAt.getTime(),
    lastWalkedAt: outcomes.lastWalkedAt?.getTime() ?? null,
    owner: await ownerState(db, runbook.ownerId),
    reviewBy: runbook.reviewBy?.toISOString().slice(0, 10) ?? null,
    published: {
      number: version.number,
      at: version.createdAt.getTime(),
      walked: await wasWalked(db, version.id),
    },
    steps: stepFacts(version.parsed, outcomes),
    deadLinks: await deadAmong(db, links),
    walkable: version.parsed.sections.some((section) => section.flow !== null || stepsOf(section).length > 0),
    findings: version.parsed.findings.map(({ code }) => code),
  });
  const reckoned = { score, reasons: reasons as unknown as Prisma.InputJsonValue, reckonedAt: now };
  await db.runbookRot.upsert({
    where: { runbookId },
    create: { runbookId, ...reckoned },
    update: reckoned,
    select: { runbookId: true },
  });
}

async function ownerState(db: Base["db"], ownerId: string | null): Promise<"none" | "gone" | "there"> {
  if (ownerId === null) return "none";
  const owner = await db.person.findUnique({ where: { id: ownerId }, select: { deactivatedAt: true } });
  return owner?.deactivatedAt === null ? "there" : "gone";
}

async function readVersion(db: Base["db"], id: string) {
  const version = await db.runbookVersion.findUnique({
    where: { id },
    select: {
      number: true,
      createdAt: true,
      parses: { orderBy: { parserVersion: "desc" }, take: 1, select: { parserVersion: true } },
    },
  });
  const parserVersion = version?.parses[0]?.parserVersion;
  if (!version || parserVersion === undefined) return null;
  return { id, ...version, parsed: await readParse({ db }, id, parserVersion) };
}

/** Whether anything of exactly this version was ended in a real incident. */
async function wasWalked(db: Base["db"], versionId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ walked: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM checklists c
      JOIN incidents i ON i.id = c.stream_id AND i.kind = 'real'
      JOIN checklist_items t ON t.checklist_id = c.id AND t.state IN ('done', 'skipped', 'failed')
      WHERE c.runbook_version_id = ${versionId}::uuid) AS walked`;
  return rows[0]?.walked ?? false;
}

function stepFacts({ sections }: ParsedRunbook, { steps }: RunbookOutcomes) {
  return sections.flatMap(stepsOf).flatMap(({ key, title, text }) => {
    const outcome = steps.get(key);
    return outcome ? [{ text: title ?? text, done: outcome.done, skipped: outcome.skipped }] : [];
  });
}

async function keepLinks(db: Base["db"], runbookId: string, urls: readonly string[]): Promise<void> {
  await db.runbookLink.deleteMany({ where: { runbookId, url: { notIn: [...urls] } } });
  await db.runbookLink.createMany({
    data: urls.map((url) => ({ runbookId, url })),
    skipDuplicates: true,
  });
}

async function deadAmong(db: Base["db"], urls: readonly string[]): Promise<string[]> {
  const dead = await db.linkCheck.findMany({
    where: { url: { in: [...urls] }, failures: { gte: DEAD_AFTER } },
    select: { url: true },
  });
  const known = new Set(dead.map(({ url }) => url));
  return urls.filter((url) => known.has(url));
}
