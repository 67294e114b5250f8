import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import type { OneTimeLink } from "@/lib/db/generated/client";
import type { Entry } from "@/lib/timeline/events";
import type { AuditThing } from "./dto";

/** What entries of the audit log are about, named as it is called now; people and the catalogue are in the directory. */
export async function readThings(ctx: ReadContext, entries: readonly Entry[]): Promise<AuditThing[]> {
  const ids = (name: string) => [
    ...new Set(
      entries.flatMap(({ data }) => {
        const id = (data as Record<string, unknown>)[name];
        return typeof id === "string" ? [id] : [];
      }),
    ),
  ];
  const published = entries.flatMap((entry) => (entry.kind === "runbook.published" ? [entry.data.to] : []));
  const [runbooks, webhooks, links] = await Promise.all([
    readRunbooks(ctx, ids("runbookId"), published),
    readWebhooks(ctx, ids("webhookId")),
    readLinks(ctx, ids("linkId")),
  ]);
  return [...runbooks, ...webhooks, ...links];
}

/** Versions go by their runbook's title. */
async function readRunbooks(
  { db }: ReadContext,
  runbookIds: readonly string[],
  versionIds: readonly string[],
): Promise<AuditThing[]> {
  if (runbookIds.length === 0) return [];
  const rows = await db.runbook.findMany({
    where: { id: { in: [...runbookIds] } },
    select: {
      ...{ id: true, title: true, slug: true },
      versions: { where: { id: { in: [...versionIds] } }, select: { id: true } },
    },
  });
  return rows.flatMap(({ id, title: name, slug, versions }) =>
    [id, ...versions.map((version) => version.id)].map((each) => ({
      ...{ id: each, name, slug, incidentKey: null },
    })),
  );
}

/** Removed ones keep their names. */
async function readWebhooks({ db, actor }: ReadContext, ids: readonly string[]): Promise<AuditThing[]> {
  if (ids.length === 0) return [];
  const rows = await db.webhook.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, incidentId: true },
  });
  const incidents = await db.incident.findMany({
    where: { AND: [{ id: { in: rows.flatMap(({ incidentId }) => incidentId ?? []) } }, visibleTo(actor)] },
    select: { id: true, key: true },
  });
  const keys = new Map(incidents.map(({ id, key }) => [id, key]));
  return rows.map(({ id, name, incidentId }) => ({
    ...{ id, name, slug: null },
    incidentKey: (incidentId && keys.get(incidentId)) ?? null,
  }));
}

async function readLinks({ db }: ReadContext, ids: readonly string[]): Promise<AuditThing[]> {
  if (ids.length === 0) return [];
  const rows = await db.oneTimeLink.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, purpose: true, email: true, personId: true },
  });
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...{ id: row.id, slug: null, incidentKey: null },
    name: linkName(row, (row.personId && names.get(row.personId)) || "somebody"),
  }));
}

function linkName({ purpose, email }: Pick<OneTimeLink, "purpose" | "email">, person: string): string {
  if (purpose === "invitation") return `the invitation of ${email ?? "somebody"}`;
  if (purpose === "password_reset") return `the link for a new password of ${person}`;
  return "the link for the first administrator";
}
