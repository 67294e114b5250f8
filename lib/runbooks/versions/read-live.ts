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

/** The published version of a runbook; while there is none, the newest that a person wrote, else the newest. */
export async function readLive({ db }: ReadContext, runbookId: string): Promise<Live | null> {
  const runbook = await db.runbook.findUnique({
    where: { id: runbookId },
    select: { publishedVersionId: true },
  });
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
  const writerOf = ({ createdById }: { createdById: string | null }) => names.get(createdById ?? "") ?? null;
  const brought = versions.filter((version) => writerOf(version) === null);
  const published = versions.find(({ id }) => id === runbook?.publishedVersionId);
  const live = published ?? versions.find((version) => writerOf(version) !== null) ?? versions[0];
  if (!live) return null;
  const { source, choices } = await db.runbookVersion.findUniqueOrThrow({
    where: { id: live.id },
    select: { source: true, choices: true },
  });
  const isBrought = brought.some(({ sha256 }) => sha256 === live.sha256);
  return {
    ...{ id: live.id, number: live.number, sha256: live.sha256, source },
    choices: choicesSchema.parse(choices),
    published: published !== undefined,
    madeBy: isBrought ? null : writerOf(live),
    brought: brought[0] ?? null,
  };
}
