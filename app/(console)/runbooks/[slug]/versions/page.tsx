import { notFound, redirect } from "next/navigation";
import { DifferencePage } from "@/components/runbooks/versions/difference-page";
import { requireActor } from "@/lib/auth/current-actor";
import { orNull } from "@/lib/kernel/errors";
import { paramsOf } from "@/lib/kernel/search-params";
import { versionNumber } from "@/lib/runbooks/schemas";
import { readDifference } from "@/lib/runbooks/versions/read-difference";
import { listVersions } from "@/lib/runbooks/versions/read-versions";
import { parts } from "@/lib/server/parts";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const ctx = { db, clock, actor };
  const { slug } = await params;
  const search = paramsOf(await searchParams);
  const [from, to] = ["from", "to"].map((name) => versionNumber.safeParse(search.get(name)));
  if (!from?.success || !to?.success) redirect(`/runbooks/${slug}`);
  const difference = await readDifference(ctx, { slug, from: from.data, to: to.data }).catch(
    orNull("not_found"),
  );
  if (!difference) notFound();
  return <DifferencePage initial={difference} versions={await listVersions(ctx, slug)} />;
}
