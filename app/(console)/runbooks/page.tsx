import { Library } from "@/components/runbooks/library";
import { requireActor } from "@/lib/auth/current-actor";
import { listRunbooks } from "@/lib/runbooks/queries";
import { parts } from "@/lib/server/parts";

interface Props {
  searchParams: Promise<{ q?: string; archived?: string }>;
}

export default async function RunbooksPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const { q, archived } = await searchParams;
  return <Library initial={await listRunbooks({ db, clock, actor }, { q, archived: archived === "true" })} />;
}
