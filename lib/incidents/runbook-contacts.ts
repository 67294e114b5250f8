import type { ReadContext } from "@/lib/db/context";
import { readParse } from "@/lib/runbooks/read-parse";
import type { ContactsDto } from "./dto";

/** Whom the runbooks that are walked name: each once, at its newest version here, in the order they were begun. */
export async function readRunbookContacts(
  { db }: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<ContactsDto["runbooks"]> {
  const lists = await db.checklist.findMany({
    where: { streamId: incidentId, runbookVersionId: { not: null } },
    orderBy: { position: "asc" },
    select: { runbookVersionId: true, parserVersion: true },
  });
  const versions = await db.runbookVersion.findMany({
    where: { id: { in: lists.flatMap(({ runbookVersionId: id }) => id ?? []) } },
    select: { id: true, number: true, runbook: { select: { slug: true } } },
  });
  const newest = new Map<string, { versionId: string; number: number; parserVersion: number }>();
  for (const { runbookVersionId, parserVersion } of lists) {
    const version = versions.find(({ id }) => id === runbookVersionId);
    if (!version || parserVersion === null) continue;
    const { slug } = version.runbook;
    if ((newest.get(slug)?.number ?? 0) <= version.number)
      newest.set(slug, { versionId: version.id, number: version.number, parserVersion });
  }
  const read = await Promise.all(
    [...newest].map(async ([slug, { versionId, number, parserVersion }]) => {
      const { title, escalation, contacts } = await readParse({ db }, versionId, parserVersion);
      return {
        ...{ slug, number, title },
        escalation: escalation.map(({ issue, target, within }) => ({ issue, target, within })),
        contacts: contacts.map(({ name, role, channels }) => ({ name, role, channels })),
      };
    }),
  );
  return read.filter(({ escalation, contacts }) => escalation.length + contacts.length > 0);
}
