"use client";

import Link from "next/link";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import type { RoomView } from "@/components/room/use-room-view";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { isEnded } from "@/lib/checklists/step.rules";
import type { Written } from "@/lib/incidents/dto";
import { sectionWithParents } from "@/lib/room/calls.rules";
import type { ChecklistView, StepView } from "./view.rules";

/** Where the answer that was given is linked to: a section, which can be started from here, or another runbook. */
export function LinkedPlace({ room, step }: { room: RoomView; step: StepView }) {
  const link = step.decision?.answers.find(({ chosen }) => chosen)?.link;
  if (!link) return null;
  return (
    <span className="my-1 flex items-start gap-x-2">
      <Icon name="link" size="sm" className="text-ink-2 mt-0.5 shrink-0" />
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 break-words">
        {link.runbookSlug !== null ? (
          <span>
            This answer leads to the runbook{" "}
            <Link className="text-act font-medium hover:underline" href={`/runbooks/${link.runbookSlug}`}>
              {link.runbookSlug}
            </Link>
          </span>
        ) : (
          link.sectionKey !== null && <LinkedSection room={room} step={step} sectionKey={link.sectionKey} />
        )}
      </span>
    </span>
  );
}

interface LinkedSectionProps {
  room: RoomView;
  step: StepView;
  sectionKey: string;
}

function LinkedSection({ room, step, sectionKey }: LinkedSectionProps) {
  const { runbookVersionId } = step.list;
  const section = room.pinned.section({ runbookVersionId, sectionKey });
  const sections = room.pinned.runbook(runbookVersionId)?.sections ?? [];
  const walked = room.checklists.filter(
    ({ list }) =>
      list.runbookVersionId === runbookVersionId &&
      sectionWithParents(list.sectionKey, sections).has(sectionKey),
  );
  const place = placeIn(walked);
  const start = useWrite<Written>(
    () => ({
      method: "POST",
      path: `/incidents/${room.state.key}/checklists`,
      body: { runbookVersionId, sectionKeys: [sectionKey] },
    }),
    {
      onSuccess: ({ entries }) => room.apply(entries),
      onError: (error) => toast.failed(messageOf(error)),
    },
  );
  if (!section) return null;
  const canWalk = section.flow !== null || section.items.some(({ type }) => type === "step");
  return (
    <>
      <span>
        This answer leads to “
        {place ? (
          <Link
            className="text-act phone:py-3 font-medium hover:underline"
            href={`/incidents/${room.state.key}?step=${place.item.id}`}
          >
            {section.title}
          </Link>
        ) : (
          section.title
        )}
        ”
      </span>
      {canWalk && walked.length === 0 && room.mayWalk && (
        <Button size="sm" busy={start.isPending} onClick={() => start.mutate()}>
          Start it
        </Button>
      )}
    </>
  );
}

/** Where to go on in what an answer leads to: its first open step, else its first. */
function placeIn(walked: readonly ChecklistView[]): StepView | undefined {
  const steps = walked.flatMap((view) => view.steps);
  return steps.find(({ item, satisfied }) => !satisfied && !isEnded(item.state)) ?? steps[0];
}
