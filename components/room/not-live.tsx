"use client";

import { leaveToSignIn } from "@/components/api/leave";
import { lookForConsole } from "@/components/api/reach";
import { useTimeZone } from "@/components/clock/use-server-now";
import { live } from "@/components/live/live";
import { useAway } from "@/components/live/use-away";
import { useLiveState } from "@/components/live/use-live";
import { Banner } from "@/components/ui/banner";
import { useHeldUp } from "@/components/offline/kept-store";
import { useNotLiveSince } from "@/components/offline/use-not-live-since";
import { Button } from "@/components/ui/button";
import { later } from "@/components/ui/later";
import { formatTimeWithSeconds } from "@/lib/kernel/clock-times";
import type { RoomView } from "./use-room-view";

// The console has answered by then: it can be fetched.
const RefusedAct = later(() => import("@/components/offline/kept-acts").then((loaded) => loaded.RefusedAct));

/** Says that what is shown is not the present, since when, and what becomes of what is done meanwhile. */
export function NotLive({ room }: { room: RoomView }) {
  const { state } = useLiveState();
  const since = useNotLiveSince();
  const away = useAway();
  const zone = useTimeZone();
  const { signedOut, failing } = useHeldUp();
  const waiting = room.kept.filter(({ refusal }) => refusal === null).length;
  return (
    <>
      {since !== null && (
        <Banner
          tone="warn"
          className="m-2"
          title={`Not live since ${formatTimeWithSeconds(since, zone)}.`}
          action={
            <Button
              size="sm"
              onClick={() => {
                live.retry();
                void lookForConsole();
              }}
            >
              Try now
            </Button>
          }
        >
          {away ? keptWords(waiting) : "What others do is not shown."} The clock runs on this device.
        </Banner>
      )}
      {signedOut && waiting > 0 && (
        <Banner
          tone="warn"
          className="m-2"
          title="You are signed out here."
          action={
            <Button size="sm" onClick={leaveToSignIn}>
              Sign in
            </Button>
          }
        >
          {counted(waiting)} kept, and sent once you have signed in again.
        </Banner>
      )}
      {state === "live" && waiting > 0 && !signedOut && (
        <Banner
          className="m-2"
          icon="clock"
          title={
            failing
              ? `${counted(waiting)} kept: not sent yet.`
              : `Live again. ${counted(waiting)} on the way.`
          }
        >
          {failing && "The console did not take what was sent. It is tried again."}
        </Banner>
      )}
      {waiting < room.kept.length && <RefusedAct room={room} />}
    </>
  );
}

function keptWords(waiting: number): string {
  const what =
    waiting === 0
      ? "Your ticks and notes are kept and sent when the connection is back."
      : `${counted(waiting)} kept, and sent when the connection is back.`;
  return globalThis.isSecureContext
    ? what
    : `${what} Leave this page open: without HTTPS it cannot be opened again meanwhile.`;
}

function counted(count: number): string {
  return count === 1 ? "1 act is" : `${count} acts are`;
}
