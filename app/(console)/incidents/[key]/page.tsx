import { notFound } from "next/navigation";
import { RoomPage } from "@/components/room/room-page";
import { requireActor } from "@/lib/auth/current-actor";
import { Failure } from "@/lib/kernel/errors";
import { toJson } from "@/lib/kernel/json";
import { readPinnedRunbooks } from "@/lib/room/read-pinned-runbooks";
import { readRoom } from "@/lib/room/read-room";
import { parts } from "@/lib/server/parts";

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const ctx = { db, clock, actor };
  const { key } = await params;
  const room = await readRoom(ctx, key).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not_found") notFound();
    throw error;
  });
  return (
    <RoomPage
      incidentKey={room.state.key}
      first={toJson({ initial: room, pinned: await readPinnedRunbooks(ctx, room.state) })}
    />
  );
}
