import { notFound } from "next/navigation";
import { EditorPage } from "@/components/runbooks/editor/editor-page";
import { requireActor } from "@/lib/auth/current-actor";
import { can } from "@/lib/auth/policy.rules";

export default async function Page() {
  if (!can(await requireActor(), "runbook.edit")) notFound();
  return <EditorPage content={null} />;
}
