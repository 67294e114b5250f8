"use client";

import { clockState, clockTone } from "@/components/clock/clock.rules";
import { useServerNow } from "@/components/clock/use-server-now";
import { clockSlotOf } from "@/components/incidents/clock-slot";
import { countsOf, gateNow } from "@/components/incidents/gate-words.rules";
import { factsOf } from "@/components/incidents/incident-view";
import { progressOf } from "@/components/checklists/view.rules";
import { isMainAct, moveOrAsk, tickOf } from "@/components/checklists/step-requests";
import type { StepCursor } from "@/components/checklists/use-step-cursor";
import type { StepWrites } from "@/components/checklists/use-step-writes";
import type { WordsRequest } from "@/components/checklists/words-dialog";
import { useWaits } from "@/components/live/use-away";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icons";
import { can } from "@/lib/auth/policy.rules";
import type { RoomView } from "./use-room-view";

export type PhoneTab = "now" | "steps" | "exit" | "timeline" | "people";

interface PhoneDockProps {
  room: RoomView;
  cursor: StepCursor;
  writes: StepWrites;
  ask: (request: WordsRequest) => void;
  tab: PhoneTab;
  onTab: (tab: PhoneTab) => void;
}

/** On a phone: two actions and five views within reach of the thumb. */
export function PhoneDock(props: PhoneDockProps) {
  const { room, tab, onTab } = props;
  const { over, total } = progressOf(room.checklists);
  const { criteria, participants } = room.state;
  const { met, waived, total: asked } = countsOf(criteria, gateNow(room.state.status));
  const present = participants.filter(({ leftAt }) => leftAt === null).length;
  const tabs: { value: PhoneTab; icon: IconName; label: string }[] = [
    { value: "now", icon: "bolt", label: "Now" },
    { value: "steps", icon: "list", label: total > 0 ? `Steps ${over}/${total}` : "Steps" },
    {
      value: "exit",
      icon: "flag",
      label: asked > 0 ? `Exit ${met + waived}/${asked}` : "Exit",
    },
    { value: "timeline", icon: "clock", label: "Timeline" },
    { value: "people", icon: "person", label: `People ${present}` },
  ];
  return (
    <div className="border-line bg-surface sticky bottom-0 z-20 border-t pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden">
      {tab === "now" && room.mayAct && <Actions {...props} />}
      <nav aria-label="Parts of the room" className="grid grid-cols-5">
        {tabs.map(({ value, icon, label }) => (
          <button
            key={value}
            type="button"
            aria-current={tab === value ? "page" : undefined}
            onClick={() => onTab(value)}
            className={cn(
              "text-2xs relative flex h-13 flex-col items-center justify-center gap-0.5",
              tab === value
                ? "text-ink before:bg-ink font-semibold before:absolute before:inset-x-5 before:top-0 before:h-0.5"
                : "text-ink-2",
            )}
          >
            <Icon name={icon} size="lg" />
            {label}
          </button>
        ))}
      </nav>
    </div>
  );
}

function Actions({ room, cursor, writes, ask }: PhoneDockProps) {
  const step = room.mayWalk ? cursor.step : null;
  const waits = useWaits();
  const posts = can(room.me, "update.post", factsOf(room.state)) && room.state.cadence.open !== null;
  const overdue = useOverdue(room);
  if (!step && !posts) return null;
  const tick = step && tickOf(step, room.me.id);
  const isMain = step && tick && (cursor.isOver || isMainAct(step, tick));
  return (
    <div className="flex gap-2 px-3 pt-2 pb-1.5">
      {step && tick && (cursor.isOver || !step.decision) && (
        <Button
          variant={isMain && (overdue === null || !posts) ? "primary" : "secondary"}
          size="xl"
          icon={cursor.isOver ? "chevron-right" : tick.to === "done" ? "check" : undefined}
          className="min-w-0 flex-1"
          onClick={(press) => {
            if (cursor.isOver) cursor.goOn();
            else if (cursor.isReady(press)) moveOrAsk(step, tick.to, { writes, ask });
          }}
        >
          {cursor.isOver ? "Go on" : tick.label}
        </Button>
      )}
      {posts && (
        <ButtonLink
          variant={overdue === null ? "secondary" : "primary"}
          size="xl"
          icon="comment"
          className={cn("min-w-0", overdue === null ? "flex-1" : "flex-[1.2]")}
          href={`/incidents/${room.state.key}/update`}
        >
          {overdue === null ? "Update" : `Post update ${overdue}`}
        </ButtonLink>
      )}
      {step && !cursor.isOver && (
        <DropdownMenu
          side="top"
          trigger={<IconButton icon="dots" label="More for this step" variant="secondary" size="xl" />}
          items={async () => {
            const { stepMenu } = await import("@/components/checklists/step-menu");
            return stepMenu(step, { room, writes, ask, waits });
          }}
        />
      )}
    </div>
  );
}

/** The number of the update that is overdue: then it comes before the step. */
function useOverdue({ state }: RoomView): number | null {
  const now = useServerNow();
  const slot = clockSlotOf(state.cadence);
  return slot && clockTone(clockState(slot, now)) === "late" ? slot.number : null;
}
