"use client";

import Link from "next/link";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import type { RoomView } from "@/components/room/use-room-view";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import type { StepView } from "./view.rules";

/** Where the answer that was given is linked to: a section, which can be started from here, or another runbook. */
export function LinkedPlace({ room, step }: { room: RoomView; step: StepView }) {
  const link = step.decision?.answers.find(({ chosen }) => chosen)?.link;
  if (!link) return null;
  return (
    <span className="my-1 flex flex-wrap items-center gap-x-2 gap-y-1">
      <Icon name="link" size="sm" className="text-ink-2" />
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
  const isWalked = room.state.checklists.some(
    (list) => list.runbookVersionId === runbookVersionId && list.sectionKey === sectionKey,
  );
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
        This answer leads to “{section.title}”{isWalked && ", which is being walked"}
      </span>
      {canWalk && !isWalked && room.mayWalk && (
        <Button size="sm" busy={start.isPending} onClick={() => start.mutate()}>
          Start it
        </Button>
      )}
    </>
  );
}
