import { notFound } from "next/navigation";
import { ComposerPage } from "@/components/updates/composer-page";
import { requireActor } from "@/lib/auth/current-actor";
import { Failure } from "@/lib/kernel/errors";
import { toJson } from "@/lib/kernel/json";
import { readPinnedRunbooks } from "@/lib/room/read-pinned-runbooks";
import { readRoom } from "@/lib/room/read-room";
import { readUpdateDraft } from "@/lib/room/read-update-draft";
import { parts } from "@/lib/server/parts";
import { listWebhooksOf } from "@/lib/webhooks/list-webhooks";

/** Whoever may not see the incident, or may only look, finds no page here. */
export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  const actor = await requireActor();
  const { db, clock, env } = await parts();
  const ctx = { db, clock, actor };
  const { key } = await params;
  const [room, draft, webhooks] = await Promise.all([
    readRoom(ctx, key),
    readUpdateDraft(ctx, key),
    listWebhooksOf(ctx, key),
  ]).catch((error: unknown) => {
    if (error instanceof Failure && ["not_found", "forbidden"].includes(error.code)) notFound();
    throw error;
  });
  return (
    <ComposerPage
      incidentKey={room.state.key}
      first={toJson({ initial: room, pinned: await readPinnedRunbooks(ctx, room.state) })}
      draft={draft}
      webhooks={webhooks}
      link={`${env.publicUrl}/incidents/${room.state.key}`}
    />
  );
}
