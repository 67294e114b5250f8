import { notFound } from "next/navigation";
import { ChartPage } from "@/components/chart/chart-page";
import { requireActor } from "@/lib/auth/current-actor";
import { Failure } from "@/lib/kernel/errors";
import { toJson } from "@/lib/kernel/json";
import { readPinnedRunbooks } from "@/lib/room/read-pinned-runbooks";
import { readRoom } from "@/lib/room/read-room";
import { parts } from "@/lib/server/parts";

/** A checklist of the incident without a chart has no page of its own. */
export default async function Page({ params }: { params: Promise<{ key: string; checklistId: string }> }) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const ctx = { db, clock, actor };
  const { key, checklistId } = await params;
  const room = await readRoom(ctx, key).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not_found") notFound();
    throw error;
  });
  const list = room.state.checklists.find(({ id }) => id === checklistId);
  const pinned = await readPinnedRunbooks(ctx, room.state);
  const section = pinned
    .find(({ versionId }) => versionId === list?.runbookVersionId)
    ?.sections.find((candidate) => candidate.key === list?.sectionKey);
  if (!section?.flow) notFound();
  return (
    <ChartPage
      incidentKey={room.state.key}
      checklistId={checklistId}
      first={toJson({ initial: room, pinned })}
    />
  );
}
