import { notFound } from "next/navigation";
import { ImportPage } from "@/components/runbooks/import-page";
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
  if (!renews) return <ImportPage />;
  const { db, clock } = await parts();
  const runbook = await readRunbook({ db, clock, actor }, renews).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not_found") notFound();
    throw error;
  });
  const { id, slug, title, source, choices, versions, publishedVersionId } = runbook;
  const published = versions.find((version) => version.id === publishedVersionId);
  return (
    <ImportPage
      renews={{
        ...{ id, slug, title, choices, source: source ?? "" },
        versionId: published?.id,
        basedOn: versions[0]?.id,
        fileName: published?.fileName ?? undefined,
        isFixed: runbook.keptBy !== null && runbook.keptBy.detachedAt === null,
        number: (versions[0]?.number ?? 0) + 1,
      }}
    />
  );
}
