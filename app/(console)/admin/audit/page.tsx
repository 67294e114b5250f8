import type { Metadata } from "next";
import { AuditPage } from "@/components/settings/audit-page";
import { contextFor } from "@/lib/auth/page-context";
import { readAudit } from "@/lib/people/read-audit";
import { auditQuery } from "@/lib/people/schemas";

export const metadata: Metadata = { title: "Audit log" };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const ctx = await contextFor("audit.read");
  const { about } = await searchParams;
  const parsed = auditQuery.safeParse({ about });
  const query = parsed.success ? parsed.data : auditQuery.parse({});
  return <AuditPage about={query.about ?? ""} first={await readAudit(ctx, query)} />;
}
