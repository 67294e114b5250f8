import { notFound, redirect } from "next/navigation";
import { EditorPage } from "@/components/runbooks/editor/editor-page";
import { requireActor } from "@/lib/auth/current-actor";
import { can } from "@/lib/auth/policy.rules";
import { orNull } from "@/lib/kernel/errors";
import { readNewest } from "@/lib/runbooks/versions/read-versions";
import { parts } from "@/lib/server/parts";

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const actor = await requireActor();
  if (!can(actor, "runbook.edit")) notFound();
  const { db, clock } = await parts();
  const { slug } = await params;
  const content = await readNewest({ db, clock, actor }, slug).catch(orNull("not_found"));
  if (!content) notFound();
  // What a folder keeps is changed there; its page says so.
  if (content.kept) redirect(`/runbooks/${slug}`);
  return <EditorPage content={content} />;
}
