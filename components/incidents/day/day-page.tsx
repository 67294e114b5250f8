"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useMe } from "@/components/api/me";
import { ClockCard } from "@/components/clock/clock-card";
import { useNoticeTitle } from "@/components/live/notices";
import { useLiveState } from "@/components/live/use-live";
import { useKeys, type KeyBinding } from "@/components/shell/keys";
import { LiveDot } from "@/components/shell/live-dot";
import { TopBar } from "@/components/shell/top-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { Rule } from "@/components/ui/panel";
import type { DayDto } from "@/lib/room/day.dto";
import { clockSlotOf } from "../clock-slot";
import { DeclareButton } from "../declare/declare-button";
import { DayTime } from "./day-time";
import { can } from "@/lib/auth/policy.rules";
import { myUrgent, nothingIsYours, waitingFor } from "./day.rules";
import { FirstRun } from "./first-run";
import { MyMentions } from "./my-mentions";
import { MyReviews } from "./my-reviews";
import { MySteps } from "./my-steps";
import { OpenIncidents } from "./open-incidents";
import { useDay } from "./use-day";
import { useMentions } from "./use-mentions";
import { WaitingForMe } from "./waiting-for-me";

interface DayPageProps {
  initial: DayDto;
  email: string;
}

/** My day: the clock I owe, what waits for my answer, my steps, reviews and follow-ups; open incidents beside it. */
export function DayPage({ initial, email }: DayPageProps) {
  const { data: day } = useDay(initial);
  const { mentions, putAway } = useMentions(day.mentions);
  const me = useMe();
  const notice = useNoticeTitle();
  const live = useLiveState();
  const urgent = myUrgent(day.open, me.id);
  const slot = urgent && clockSlotOf(urgent.cadence);
  const isNew = !day.ready.incident && me.accessRole === "administrator";
  const writeHref = urgent && `/incidents/${urgent.key}/update`;
  useWriteKey(writeHref);
  const waiting = waitingFor(day.open, { id: me.id, mayAcknowledge: can(me, "command.acknowledge") });
  const mine = [waiting, mentions, day.steps, day.reviews, day.followUps];
  const nothing = !urgent && mine.every((list) => list.length === 0);
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <PageTitle text="My day" slot={slot} notice={notice} />
      <TopBar
        title="Quarterdeck"
        meta={isNew ? undefined : "My day"}
        live={
          isNew ? undefined : (
            <>
              <DayTime />
              <LiveDot state={live.state} />
            </>
          )
        }
        actions={<DeclareButton variant={isNew ? "secondary" : "primary"} />}
      />
      {isNew ? (
        <FirstRun ready={day.ready} name={me.name} email={email} />
      ) : (
        <div className="grid min-h-0 flex-1 content-start lg:grid-cols-[minmax(0,1fr)_372px] lg:content-stretch">
          <div className="bg-surface min-h-0 pb-4 lg:overflow-y-auto">
            {urgent && slot && (
              <ClockCard
                slot={slot}
                severity={urgent.severity}
                incidentKey={urgent.key}
                title={urgent.title}
                href={`/incidents/${urgent.key}`}
                write={{ href: writeHref ?? undefined }}
              />
            )}
            {nothing && <EmptyState title="Nothing waits for you." text={nothingIsYours(day.open, me.id)} />}
            <WaitingForMe waiting={waiting} />
            {waiting.length > 0 && mentions.length > 0 && <Rule />}
            <MyMentions mentions={mentions} onPutAway={putAway} />
            {waiting.length + mentions.length > 0 && day.steps.length > 0 && <Rule />}
            <MySteps steps={day.steps} />
            {day.steps.length > 0 && day.reviews.length + day.followUps.length > 0 && <Rule />}
            <MyReviews reviews={day.reviews} followUps={day.followUps} />
          </div>
          <OpenIncidents rows={day.open} count={day.openCount} />
        </div>
      )}
    </div>
  );
}

/** `U`: the update I owe first. */
function useWriteKey(href: string | null) {
  const router = useRouter();
  const bindings = useMemo<KeyBinding[]>(
    () => [
      {
        keys: "u",
        label: "Write the update that is due first",
        group: "My day",
        off: href === null,
        run: () => href && router.push(href),
      },
    ],
    [href, router],
  );
  useKeys("my-day", bindings);
}
