"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useServerNow } from "@/components/clock/use-server-now";
import { clockSlotOf } from "@/components/incidents/clock-slot";
import { NotLive } from "@/components/room/not-live";
import { PartHeader } from "@/components/room/part-header";
import { RoomClock } from "@/components/room/room-clock";
import type { RoomDialog } from "@/components/room/room-dialogs";
import { RoomDialogs } from "@/components/room/room-dialogs-host";
import { LastActiveContext } from "@/components/live/last-active";
import { useRoomView, type FirstRoom, type RoomView } from "@/components/room/use-room-view";
import { useKeys, type KeyBinding } from "@/components/shell/keys";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { formatTime } from "@/lib/kernel/clock-times";
import type { DraftDto } from "@/lib/updates/dto";
import type { WebhooksDto } from "@/lib/webhooks/dto";
import { ComposerForm } from "./composer-form";
import { ComposerNotices } from "./composer-notices";
import { ComposerSide, SideSheet, useSide } from "./composer-side";
import { nextDueAt, nextRule } from "./next-update.rules";
import { PostBar, PostDock } from "./post-bar";
import { useComposer, type Composer } from "./use-composer";
import { usePost } from "./use-post";

interface ComposerPageProps {
  incidentKey: string;
  first: FirstRoom;
  draft: DraftDto;
  /** Where the update goes. */
  webhooks: WebhooksDto;
  /** The room's address, as messages say it. */
  link: string;
}

/** Writing the next status update: drafted from the timeline, put right by its author, posted once. */
export function ComposerPage({ incidentKey, first, ...rest }: ComposerPageProps) {
  const { room, lastActive } = useRoomView(incidentKey, first);
  if (room.state.cadence.open === null) return <Over room={room} />;
  return (
    <LastActiveContext value={lastActive}>
      <Running room={room} {...rest} />
    </LastActiveContext>
  );
}

type RunningProps = Pick<ComposerPageProps, "draft" | "webhooks" | "link"> & { room: RoomView };

function Running({ room, draft, webhooks, link }: RunningProps) {
  const now = useServerNow();
  const composer = useComposer(room, draft);
  const posting = usePost(room, composer, now);
  const side = useSide({ room, composer, webhooks, link, now });
  const [dialog, setDialog] = useState<RoomDialog | null>(null);
  const [sheet, setSheet] = useState(false);
  useComposerKeys(room.state.key, posting.post);
  const bar = { number: composer.work.number, places: side.webhooks.length + 1, posting };
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <ComposerTitle room={room} number={composer.work.number} />
      <div className="phone:sticky phone:top-0 z-10">
        <PartHeader room={room} part={`Update ${composer.work.number}`} isTask />
        <RoomClock
          room={room}
          onSnooze={() => setDialog("snooze")}
          detail={draftReady(room, composer)}
          aside={<NextIfPostedNow room={room} composer={composer} now={now} />}
        />
        <NotLive room={room} />
      </div>
      <div className="grid min-h-0 flex-1 md:grid-cols-[minmax(0,1fr)_340px] lg:grid-cols-[minmax(0,1fr)_428px]">
        <div className="sm:bg-surface flex min-h-0 flex-col">
          <div className="min-h-0 flex-1 sm:overflow-y-auto">
            <ComposerForm
              room={room}
              composer={composer}
              posting={posting}
              onMoveStatus={() => setDialog("move")}
              notices={
                <ComposerNotices {...{ room, composer }} isTaken={posting.isTaken} error={posting.error} />
              }
            />
            <SideSheet open={sheet} onOpenChange={setSheet}>
              <ComposerSide {...side} onWebhooks={() => setDialog("webhooks")} />
            </SideSheet>
          </div>
          <PostBar {...bar} work={composer.work} />
        </div>
        <aside
          aria-label="What they will read"
          className="border-line hidden min-h-0 overflow-y-auto border-l md:block"
        >
          <ComposerSide {...side} onWebhooks={() => setDialog("webhooks")} />
        </aside>
      </div>
      <PostDock {...bar} room={room} composer={composer} />
      <RoomDialogs room={room} dialog={dialog} onDialog={setDialog} request={null} onRequest={() => {}} />
    </div>
  );
}

/** The clock's line: what the timeline gives. */
function draftReady({ timeZone }: RoomView, { draft }: Composer): string | undefined {
  const lines = draft.fresh.current.length + draft.fresh.progress.length + draft.fresh.blockers.length;
  if (lines === 0) return undefined;
  return `Draft ready: ${lines} ${lines === 1 ? "line" : "lines"} since ${formatTime(Date.parse(draft.since), timeZone)}`;
}

function NextIfPostedNow({ room, composer, now }: { room: RoomView; composer: Composer; now: number }) {
  const at = nextDueAt(composer.choice, nextRule(room.state.cadence), now);
  return (
    <p className="max-w-40 text-right text-xs text-(--band-3) tabular-nums">
      Posting now sets the next one to <strong className="font-bold">{formatTime(at, room.timeZone)}</strong>
    </p>
  );
}

function useComposerKeys(key: string, post: () => void) {
  const router = useRouter();
  const bindings = useMemo<KeyBinding[]>(
    () => [
      { keys: "$mod+Enter", label: "Post the update", group: key, inInputs: true, run: post },
      {
        ...{ keys: "Escape", label: "Back to the room", group: key, inInputs: true },
        run: () => router.push(`/incidents/${key}`),
      },
    ],
    [key, post, router],
  );
  useKeys("composer", bindings);
}

function ComposerTitle({ room: { state }, number }: { room: RoomView; number: number }) {
  const text = `Update ${number}, ${state.key} ${state.title.value ?? ""}`;
  return <PageTitle text={text} slot={clockSlotOf(state.cadence)} />;
}

/** The clock has stopped: there is nothing to write. */
function Over({ room }: { room: RoomView }) {
  const { key, status, cadence } = room.state;
  return (
    <div className="flex flex-1 flex-col">
      <PageTitle text={`No update is due, ${key} is ${status}`} />
      <PartHeader room={room} part={`Update ${cadence.updatesPosted + 1}`} isTask />
      <EmptyState
        className="my-auto"
        title={`${key} is ${status}: no update is due.`}
        text="When it is opened again, one is due an interval later."
        action={<ButtonLink href={`/incidents/${key}`}>Back to the room</ButtonLink>}
      />
    </div>
  );
}
