import { notFound, redirect } from "next/navigation";
import { EditorPage } from "@/components/runbooks/editor/editor-page";
import { Learned } from "@/components/runbooks/learned";
import { requireActor } from "@/lib/auth/current-actor";
import { can } from "@/lib/auth/policy.rules";
import { orNull } from "@/lib/kernel/errors";
import { readFigures } from "@/lib/runbooks/learning/read-figures";
import { readNewest } from "@/lib/runbooks/versions/read-versions";
import { parts } from "@/lib/server/parts";

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const actor = await requireActor();
  if (!can(actor, "runbook.edit")) notFound();
  const { db, clock } = await parts();
  const { slug } = await params;
  const ctx = { db, clock, actor };
  const read = await Promise.all([readNewest(ctx, slug), readFigures(ctx, slug)]).catch(orNull("not_found"));
  if (!read) notFound();
  const [content, figures] = read;
  // What a folder keeps is changed there; its page says so.
  if (content.kept) redirect(`/runbooks/${slug}`);
  return (
    <Learned slug={slug} initial={figures}>
      <EditorPage content={content} />
    </Learned>
  );
}
