import { notFound } from "next/navigation";
import { VersionPage } from "@/components/runbooks/versions/version-page";
import { requireActor } from "@/lib/auth/current-actor";
import { orNull } from "@/lib/kernel/errors";
import { versionNumber } from "@/lib/runbooks/schemas";
import { readVersion } from "@/lib/runbooks/versions/read-versions";
import { parts } from "@/lib/server/parts";

export default async function Page({ params }: { params: Promise<{ slug: string; number: string }> }) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const { slug, number } = await params;
  const asked = versionNumber.safeParse(number);
  if (!asked.success) notFound();
  const content = await readVersion({ db, clock, actor }, slug, asked.data).catch(orNull("not_found"));
  if (!content) notFound();
  return <VersionPage initial={content} />;
}
