"use client";

import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { apiWrite, messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { useWaits } from "@/components/live/use-away";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { RoomView } from "@/components/room/use-room-view";
import type { NewerVersion } from "@/lib/checklists/dto";
import type { SwitchInput } from "@/lib/checklists/schemas";
import type { Written } from "@/lib/incidents/dto";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import { SwitchChanges } from "./switch-changes";
import { criteriaToOffer, viewSwitch } from "./switch-view.rules";
import { toggled } from "./toggled";
import { usePinnedVersion } from "./use-pinned";
import type { ChecklistView } from "./view.rules";
import { authorOf } from "@/components/runbooks/versions/author.rules";

interface SwitchDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  view: ChecklistView;
  room: RoomView;
  newer: NewerVersion;
}

/** What changed in a section that is being walked, and the switch to the newer version. */
export function SwitchDialog({ open, onOpenChange, view, room, newer }: SwitchDialogProps) {
  const { personName } = useDirectory();
  const { data: runbook, error } = usePinnedVersion(newer.newerId);
  const older = room.pinned.runbook(view.list.runbookVersionId);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Version ${newer.number} of ${older?.title ?? "this runbook"}`}
      description={
        <>
          {view.title}; walked here: version {older?.number}. Published{" "}
          <Time at={Date.parse(newer.createdAt)} show="relative" />
          {` by ${authorOf(newer, personName)}`}.
          {newer.why && (
            <span className="text-ink mt-1 block break-words whitespace-pre-line">{newer.why}</span>
          )}
        </>
      }
    >
      {error && <Banner tone="bad" title={messageOf(error)} />}
      {!error && (!runbook || !older) && <SkeletonRows rows={5} />}
      {runbook && older && (
        <Changes {...{ view, room, older, newer: runbook }} onDone={() => onOpenChange(false)} />
      )}
    </Dialog>
  );
}

interface ChangesProps {
  view: ChecklistView;
  room: RoomView;
  older: PinnedRunbookDto;
  newer: PinnedRunbookDto;
  onDone: () => void;
}

function Changes({ view, room, older, newer, onDone }: ChangesProps) {
  const { list } = view;
  const changes = viewSwitch({ ...list, timeBoxes: room.state.timeBoxes }, older.sections, newer.sections);
  const criteria = criteriaToOffer(newer.sections, room.state.criteria);
  const [same, setSame] = useState<ReadonlySet<string>>(new Set());
  const [unwanted, setUnwanted] = useState<ReadonlySet<string>>(new Set());
  const waits = useWaits();
  const write = useWrite<Written, SwitchInput>(
    (body) => ({ method: "PUT", path: `/checklists/${list.id}/version`, body }),
    {
      onSuccess: (written, input) => {
        room.apply(written.entries);
        const back = { ...backTo(input), runbookVersionId: older.versionId };
        toast.done(`Switched to version ${newer.number}: ${view.title}`, {
          undo: () => void switchBack(list.id, back, room.apply),
        });
        onDone();
      },
    },
  );
  if (!changes)
    return (
      <p className="text-ink-2">
        This section is not in version {newer.number}. It stays as it is; start sections of the newer version
        beside it under “Add”.
      </p>
    );
  const chosen = changes.reworded.filter(({ key }) => same.has(key));
  const submit = () =>
    write.mutate({
      ...{ runbookVersionId: newer.versionId, expected: older.versionId },
      reworded: chosen.map(({ key, to }) => ({ from: key, to: to.key })),
      criteria: criteria.map(({ key }) => key).filter((key) => !unwanted.has(key)),
    });
  return (
    <div className="space-y-4">
      <SwitchChanges
        {...{ changes, room, same, number: newer.number }}
        onSame={(key) => setSame((before) => toggled(before, key))}
      />
      {criteria.length > 0 && (
        <fieldset>
          <legend className="meta pb-1 font-medium">Exit criteria that this incident does not have</legend>
          {criteria.map(({ key, text, gate }) => (
            <Checkbox
              key={key}
              label={text}
              hint={`blocks “${gate}”`}
              disabled={!room.mayWalk}
              checked={!unwanted.has(key)}
              onChange={() => setUnwanted((before) => toggled(before, key))}
            />
          ))}
        </fieldset>
      )}
      {write.error && <Banner tone="bad" title={messageOf(write.error)} />}
      {waits && <p className="meta text-right">{waits}</p>}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{room.mayWalk ? "Not now" : "Close"}</Button>
        {room.mayWalk && (
          <Button variant="primary" busy={write.isPending} notYet={waits} onClick={submit}>
            Switch to version {newer.number}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The switch that undoes one: the same pairs the other way round. Exit criteria stay; they can be waived. */
function backTo({ runbookVersionId, reworded }: SwitchInput): SwitchInput {
  return {
    ...{ runbookVersionId, expected: runbookVersionId, criteria: [] },
    reworded: reworded.map(({ from, to }) => ({ from: to, to: from })),
  };
}

async function switchBack(listId: string, input: SwitchInput, apply: RoomView["apply"]): Promise<void> {
  try {
    const written = await apiWrite<Written>("PUT", `/checklists/${listId}/version`, input);
    apply(written.entries);
    toast.done("Undone: the version is as before");
  } catch (error) {
    toast.failed(messageOf(error));
  }
}
