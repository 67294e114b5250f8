"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import type { RoomView } from "@/components/room/use-room-view";
import { later } from "@/components/ui/later";
import { changesSection } from "./switch-view.rules";
import type { Newer } from "./use-newer";
import type { ChecklistView } from "./view.rules";

const SwitchDialog = later(() => import("./switch-dialog").then((m) => m.SwitchDialog));

interface NewerVersionProps {
  view: ChecklistView;
  room: RoomView;
  newer: Newer;
}

/** Says at the head of a section that its runbook has a newer version in which it changed, and shows what. */
export function NewerVersion({ view, room, newer }: NewerVersionProps) {
  const [open, setOpen] = useState(false);
  const { criteria, timeBoxes } = room.state;
  const older = room.pinned.runbook(view.list.runbookVersionId)?.sections;
  const changes = useMemo(
    () =>
      older && changesSection({ ...view.list, timeBoxes }, { older, newer: newer.words.sections, criteria }),
    [view.list, timeBoxes, older, newer, criteria],
  );
  if (!changes) return null;
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        onClick={() => setOpen(true)}
        aria-label={`Version ${newer.number} is out. See what changed in ${view.title}`}
      >
        Version {newer.number} is out
      </Button>
      {open && <SwitchDialog open onOpenChange={setOpen} {...{ view, room, newer }} />}
    </>
  );
}
