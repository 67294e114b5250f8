"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { RoomView } from "@/components/room/use-room-view";
import type { NewerVersion as Newer } from "@/lib/checklists/dto";
import type { ChecklistView } from "./view.rules";

const SwitchDialog = dynamic(() => import("./switch-dialog").then((m) => m.SwitchDialog));

interface NewerVersionProps {
  view: ChecklistView;
  room: RoomView;
  newer: Newer;
}

/** Says at the head of a section that its runbook has a newer version, and shows what changed. */
export function NewerVersion({ view, room, newer }: NewerVersionProps) {
  const [open, setOpen] = useState(false);
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
