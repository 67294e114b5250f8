import type { Metadata } from "next";
import { AuditPage } from "@/components/settings/audit-page";
import { contextFor } from "@/lib/auth/page-context";
import { readAudit } from "@/lib/people/read-audit";
import { auditQuery } from "@/lib/people/schemas";

export const metadata: Metadata = { title: "Audit log" };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const ctx = await contextFor("audit.read");
  const { about, actor } = await searchParams;
  const parsed = auditQuery.safeParse({ about, actor });
  const query = parsed.success ? parsed.data : auditQuery.parse({});
  const filters = { about: query.about ?? "", actor: query.actor ?? "" };
  return <AuditPage filters={filters} first={await readAudit(ctx, query)} />;
}
