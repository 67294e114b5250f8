import type { ReadContext } from "@/lib/db/context";
import { choicesSchema, type Choice } from "../parse/choices";

/** The version in use, as an import from outside the console has to know it. */
export interface Live {
  id: string;
  number: number;
  sha256: string;
  source: Uint8Array;
  choices: Choice[];
  published: boolean;
  /** Who wrote its text in the console; null for a text that a file or a machine brought. */
  madeBy: string | null;
  /** The newest version that a file or a machine brought. */
  brought: { id: string; number: number; sha256: string; publishedAt: Date | null } | null;
}

/** The published version of a runbook, or its newest draft when none is published. */
export async function readLive({ db }: ReadContext, runbookId: string): Promise<Live | null> {
  const runbook = await db.runbook.findUnique({
    where: { id: runbookId },
    select: { publishedVersionId: true },
  });
  const published = runbook?.publishedVersionId ?? null;
  const row = await db.runbookVersion.findFirst({
    where: { runbookId, ...(published && { id: published }) },
    orderBy: { number: "desc" },
    select: { id: true, number: true, sha256: true, source: true, choices: true, createdById: true },
  });
  if (!row) return null;
  const versions = await db.runbookVersion.findMany({
    where: { runbookId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, sha256: true, publishedAt: true, createdById: true },
  });
  // A token's id stands there, too.
  const people = await db.person.findMany({
    where: { id: { in: versions.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const brought = versions.filter(({ createdById }) => !createdById || !names.has(createdById));
  const { createdById, ...live } = row;
  const isBrought = brought.some((version) => version.sha256 === live.sha256);
  return {
    ...live,
    choices: choicesSchema.parse(live.choices),
    published: published !== null,
    madeBy: createdById && !isBrought ? (names.get(createdById) ?? null) : null,
    brought: brought[0] ?? null,
  };
}
