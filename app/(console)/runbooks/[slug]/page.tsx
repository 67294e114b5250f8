import { notFound } from "next/navigation";
import { RunbookPage } from "@/components/runbooks/runbook-page";
import { requireActor } from "@/lib/auth/current-actor";
import { Failure } from "@/lib/kernel/errors";
import { readFigures } from "@/lib/runbooks/learning/read-figures";
import { readRunbook } from "@/lib/runbooks/queries";
import { parts } from "@/lib/server/parts";

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const { slug } = await params;
  const ctx = { db, clock, actor };
  const [runbook, figures] = await Promise.all([readRunbook(ctx, slug), readFigures(ctx, slug)]).catch(
    (error: unknown) => {
      if (error instanceof Failure && error.code === "not_found") notFound();
      throw error;
    },
  );
  return <RunbookPage initial={runbook} figures={figures} />;
}
