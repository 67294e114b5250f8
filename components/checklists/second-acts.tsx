"use client";

import type { RoomView } from "@/components/room/use-room-view";
import { inWords } from "@/lib/checklists/step.rules";
import { formatTime } from "@/lib/kernel/clock-times";
import type { StepState } from "@/lib/timeline/events/common";
import type { SecondActState } from "@/lib/timeline/fold/state";

interface SecondActsProps extends Pick<RoomView, "names" | "me" | "timeZone"> {
  acts: readonly SecondActState[];
  /** Of the step, as it stands. */
  state: StepState;
}

/** What others did to a step that was moved already when it arrived: "Sam, 02:50: skipped. The pods were gone." */
export function SecondActs({ acts, state, names, me, timeZone }: SecondActsProps) {
  return acts.map(({ id, did, note, personId, at }) => (
    <span key={id} className="block whitespace-pre-line">
      {personId === me.id ? "You" : names.person(personId ?? "")}, {formatTime(Date.parse(at), timeZone)}:{" "}
      {did === state ? `${inWords(did)} too` : inWords(did)}
      {note && `. ${note.value ?? "[redacted]"}`}
    </span>
  ));
}
