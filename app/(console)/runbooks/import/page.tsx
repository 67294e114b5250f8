import { notFound } from "next/navigation";
import { ImportForm } from "@/components/runbooks/import-form";
import { can } from "@/lib/auth/policy.rules";
import { requireActor } from "@/lib/auth/current-actor";
import { Failure } from "@/lib/kernel/errors";
import { readRunbook } from "@/lib/runbooks/queries";
import { parts } from "@/lib/server/parts";

type Query = Promise<{ renews?: string | string[] }>;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!can(actor, "runbook.import")) notFound();
  const renews = [(await searchParams).renews].flat()[0];
  if (!renews) return <ImportForm />;
  const { db, clock } = await parts();
  const { id, title, source } = await readRunbook({ db, clock, actor }, renews).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not_found") notFound();
    throw error;
  });
  return <ImportForm renews={{ id, title, source: source ?? "" }} />;
}
