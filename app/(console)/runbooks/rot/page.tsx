import { RotPage } from "@/components/runbooks/rot-page";
import { requireActor } from "@/lib/auth/current-actor";
import { listRot, listUnanswered } from "@/lib/runbooks/rot/list-rot";
import { parts } from "@/lib/server/parts";

export default async function Page() {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const ctx = { db, clock, actor };
  const [rot, alerts] = await Promise.all([listRot(ctx, {}), listUnanswered(ctx)]);
  return <RotPage initial={rot} alerts={alerts} />;
}
