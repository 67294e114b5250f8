import { Library } from "@/components/runbooks/library";
import { requireActor } from "@/lib/auth/current-actor";
import { listRunbooks } from "@/lib/runbooks/queries";
import { parts } from "@/lib/server/parts";

interface Props {
  searchParams: Promise<Record<"q" | "archived", string | string[] | undefined>>;
}

export default async function RunbooksPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const { q, archived } = await searchParams;
  const filters = { q: [q].flat()[0], archived: [archived].flat()[0] === "true" };
  return <Library initial={await listRunbooks({ db, clock, actor }, filters)} />;
}
