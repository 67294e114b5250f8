import { notFound } from "next/navigation";
import { ImportForm } from "@/components/runbooks/import-form";
import { can } from "@/lib/auth/policy.rules";
import { requireActor } from "@/lib/auth/current-actor";
import { readRunbook } from "@/lib/runbooks/queries";
import { parts } from "@/lib/server/parts";

export default async function Page({ searchParams }: { searchParams: Promise<{ renews?: string }> }) {
  const actor = await requireActor();
  if (!can(actor, "runbook.import")) notFound();
  const { renews } = await searchParams;
  if (!renews) return <ImportForm />;
  const { db, clock } = await parts();
  const { id, title, source } = await readRunbook({ db, clock, actor }, renews);
  return <ImportForm renews={{ id, title, source: source ?? "" }} />;
}
