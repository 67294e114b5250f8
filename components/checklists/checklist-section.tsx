"use client";

import { memo, useDeferredValue } from "react";
import { Button } from "@/components/ui/button";
import { SectionRow } from "@/components/ui/section-row";
import { NewerVersion, TimeBox } from "@/components/room/later";
import type { RoomView } from "@/components/room/use-room-view";
import { minutesInWords } from "@/lib/checklists/needs.rules";
import { isBegun, isOver } from "@/lib/checklists/step.rules";
import { waitWords } from "@/lib/room/calls.rules";
import { useFold } from "./folds";
import { SectionNotes } from "./section-notes";
import { StepLine } from "./step-line";
import { newStepFor } from "./step-requests";
import type { Newer } from "./use-newer";
import type { StepWrites } from "./use-step-writes";
import type { ChecklistView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

interface ChecklistSectionProps {
  view: ChecklistView;
  /** The newer version of its runbook, where there is one. */
  newer?: Newer;
  /** Its runbook is walked at several versions here. */
  saysVersion: boolean;
  room: RoomView;
  writes: StepWrites;
  /** The step that keys act on. */
  selectedId: string | null;
  onSelect: (itemId: string) => void;
  ask: (request: WordsRequest) => void;
}

/** So many of a long one are there with the page, and up to the step of the card; the others follow once the room has come to life. */
const FIRST_STEPS = 25;

/** A checklist under its heading, which opens and folds it; one that is being walked is open. */
export const ChecklistSection = memo(function Section(props: ChecklistSectionProps) {
  const { view, newer, saysVersion, room, writes, selectedId, onSelect, ask } = props;
  const selectedAt = view.steps.findIndex(({ item }) => item.id === selectedId);
  const { open, toggle } = useFold(view.list.id, {
    ...{ selectedId: selectedAt < 0 ? null : selectedId, byDefault: isBeingWalked(view) },
  });
  const all = useDeferredValue(true, false);
  const shown = view.steps.slice(0, all ? undefined : Math.max(FIRST_STEPS, selectedAt + 1));
  const { number } = room.pinned.runbook(view.list.runbookVersionId) ?? {};
  const waits = view.ended ? null : waitWords(view);
  const id = `checklist-${view.list.id}`;
  const { before, after } = view.notes;
  return (
    <div>
      <SectionRow
        title={view.title}
        note={[saysVersion && `version ${number}`, sectionNote(view, room)].filter(Boolean).join(" · ")}
        done={view.done}
        skipped={view.skipped}
        total={view.total}
        open={open}
        onToggle={toggle}
        controls={id}
        action={
          <>
            <TimeBox
              {...{ room, ask, checklistId: view.list.id, itemId: null, title: view.title }}
              minutes={isAllOver(view) ? null : (view.section?.timeBoxMinutes ?? null)}
            />
            {newer && <NewerVersion {...{ view, room, newer }} />}
          </>
        }
      />
      {waits && <p className="meta pb-1 pl-6 break-words">{waits}</p>}
      {open && (
        <div id={id} className="pb-1 pl-5">
          <SectionNotes of={before} first />
          <ul>
            {shown.map((step, index) => {
              const group = groupLabel(view, index);
              return (
                <li key={step.item.id} className="contents">
                  {group && <p className="meta pt-1.5 pb-0.5 pl-1.5 font-medium">{group}</p>}
                  <ul>
                    <StepLine
                      {...{ step, room, writes, ask }}
                      selected={step.item.id === selectedId}
                      onSelect={() => onSelect(step.item.id)}
                    />
                  </ul>
                </li>
              );
            })}
          </ul>
          <LeftSteps {...{ view, room, writes, selectedId, onSelect, ask }} />
          {room.mayWalk && (
            <Button
              size="sm"
              variant="quiet"
              icon="plus"
              aria-label={`Add a step to ${view.title}`}
              onClick={() => ask(newStepFor(view.list.id, writes))}
            >
              Add a step
            </Button>
          )}
          <SectionNotes of={after} />
        </div>
      )}
    </div>
  );
});

/** What was begun and is not in the version that the section was switched to: it stays in sight, and can be ended. */
function LeftSteps({
  view,
  room,
  writes,
  selectedId,
  onSelect,
  ask,
}: Omit<ChecklistSectionProps, "newer" | "saysVersion">) {
  const left = view.left.filter(({ item }) => item.leftAt !== null && isBegun(item, room.state.timeBoxes));
  if (left.length === 0) return null;
  const { number } = room.pinned.runbook(view.list.runbookVersionId) ?? {};
  return (
    <>
      <p className="meta pt-1.5 pb-0.5 pl-1.5 font-medium">Not in version {number}</p>
      <ul>
        {left.map((step) => (
          <StepLine
            key={step.item.id}
            {...{ step, room, writes, ask }}
            selected={step.item.id === selectedId}
            onSelect={() => onSelect(step.item.id)}
          />
        ))}
      </ul>
    </>
  );
}

function isBeingWalked({ steps, ended }: ChecklistView): boolean {
  return !ended && steps.some(({ item }) => item.state !== "todo");
}

/** What failed needs no timer any more. */
function isAllOver({ steps }: ChecklistView): boolean {
  return steps.every(({ item, satisfied }) => satisfied || isOver(item.state));
}

/** "options, one is enough", "1 with Sam", "5 min". */
function sectionNote(
  { section, steps, isOptions, ended, standsBy }: ChecklistView,
  { names, me }: RoomView,
): string {
  const busy = steps.filter(({ item }) => item.state === "in_progress" && item.assigneeId !== null);
  const holders = [...new Set(busy.map(({ item }) => item.assigneeId ?? ""))].map((id) =>
    id === me.id ? "you" : names.person(id),
  );
  return [
    ended && (isOptions && steps.length > 1 ? "done, one was enough" : "done"),
    standsBy && "for when the rest did not work",
    isOptions && !ended && "options, one is enough",
    holders.length > 0 && `${busy.length} with ${holders.join(", ")}`,
    section?.timeBoxMinutes && !ended && minutesInWords(section.timeBoxMinutes),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The label of a group of steps, above its first. */
function groupLabel({ section, steps }: ChecklistView, index: number): string | null {
  const group = steps[index]?.item.group;
  if (!group || steps[index - 1]?.item.group === group) return null;
  const found = section?.items.find((item) => item.type === "group" && item.key === group);
  return found?.type === "group" ? found.label : null;
}
