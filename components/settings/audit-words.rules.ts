import type { AuditThing } from "@/lib/people/dto";
import type { Entry } from "@/lib/timeline/events";

/** What the audit log can be narrowed to, by the beginning of the kinds. */
export const ABOUT = [
  { value: "person", label: "People" },
  { value: "link", label: "Links" },
  { value: "token", label: "Tokens" },
  { value: "environment", label: "Environments" },
  { value: "service", label: "Services" },
  { value: "runbook", label: "Runbooks" },
  { value: "webhook", label: "Webhooks" },
  { value: "target", label: "Targets" },
  { value: "console", label: "The console" },
] as const;

/**
 * The page of what an entry is about; null where there is none.
 * @param things what the page of the log named, by id
 * @param personName as the list of people is searched
 */
export function pageOf(
  entry: Entry,
  things: ReadonlyMap<string, AuditThing>,
  personName: (id: string) => string,
): string | null {
  const { kind, data } = entry;
  if (kind.startsWith("environment.") || kind.startsWith("service.")) return "/admin/catalogue";
  if (kind.startsWith("token.")) return "/admin/tokens";
  if (kind === "target.added") return "/admin/targets";
  if ("personId" in data && kind.startsWith("person."))
    return `/admin/people?q=${encodeURIComponent(personName(data.personId as string))}`;
  if ("runbookId" in data && data.runbookId) {
    const slug = things.get(data.runbookId)?.slug;
    return slug ? `/runbooks/${slug}` : null;
  }
  if ("webhookId" in data && kind !== "webhook.removed") {
    const webhook = things.get(data.webhookId);
    if (webhook?.incidentKey) return `/incidents/${webhook.incidentKey}`;
    return webhook ? "/admin/webhooks" : null;
  }
  return null;
}

/** The log's filters as they stand in its address; empty: all. */
export interface AuditFilters {
  about: string;
  actor: string;
}

/** @param before entries before this one; null: from the newest */
export function auditSearch({ about, actor }: AuditFilters, before: number | null = null): string {
  const search = new URLSearchParams();
  if (about) search.set("about", about);
  if (actor) search.set("actor", actor);
  if (before !== null) search.set("before", String(before));
  return search.toString();
}
