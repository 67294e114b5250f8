import { notFound } from "next/navigation";
import { RunbookPage } from "@/components/runbooks/runbook-page";
import { requireActor } from "@/lib/auth/current-actor";
import { Failure } from "@/lib/kernel/errors";
import { readRunbook } from "@/lib/runbooks/queries";
import { parts } from "@/lib/server/parts";

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const { slug } = await params;
  const runbook = await readRunbook({ db, clock, actor }, slug).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not_found") notFound();
    throw error;
  });
  return <RunbookPage initial={runbook} />;
}
