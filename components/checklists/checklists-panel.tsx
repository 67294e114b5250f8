"use client";

import { memo } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelHead } from "@/components/ui/panel";
import { SectionRow } from "@/components/ui/section-row";
import type { RoomView } from "@/components/room/use-room-view";
import { decideWalk } from "@/lib/incidents/status.rules";
import { ChecklistSection } from "./checklist-section";
import { useFold, useRememberedFolds } from "./folds";
import { groupByRunbook, type ChecklistGroup } from "./groups.rules";
import { useNewerVersions } from "./use-newer";
import type { StepWrites } from "./use-step-writes";
import { progressOf } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

interface ChecklistsPanelProps {
  room: RoomView;
  writes: StepWrites;
  /** The step that keys act on. */
  selectedId: string | null;
  onSelect: (itemId: string) => void;
  ask: (request: WordsRequest) => void;
  onAdd: () => void;
}

/** All checklists of the incident by their runbook, one section each; those being walked are open. */
export const ChecklistsPanel = memo(function Panel(props: ChecklistsPanelProps) {
  const { room, writes, selectedId, onSelect, ask, onAdd } = props;
  const newer = useNewerVersions(room);
  const groups = groupByRunbook(room.checklists, room.pinned);
  useRememberedFolds();
  const { over, total } = progressOf(room.checklists);
  const [only] = groups;
  const note = groups.length === 1 && only?.versions ? `${only.title}, ${only.versions}` : undefined;
  return (
    <section aria-label="Checklists" className="isolate pb-3">
      <PanelHead
        title="Checklists"
        count={total > 0 ? `${over} of ${total}` : undefined}
        note={note}
        className="px-2"
      >
        {groups.length === 1 && only && <ReadRunbook group={only} />}
        {room.mayWalk && (
          <Button size="sm" variant="quiet" icon="plus" onClick={onAdd}>
            Add
          </Button>
        )}
      </PanelHead>
      {room.checklists.length === 0 && (
        <EmptyState
          {...emptyWords(room)}
          action={
            room.mayWalk && (
              <Button variant="secondary" icon="plus" onClick={onAdd}>
                Add a checklist
              </Button>
            )
          }
        />
      )}
      {groups.map((group) => (
        <Group
          key={group.id}
          {...{ group, newer, room, writes, selectedId, onSelect, ask }}
          isOnly={groups.length === 1}
        />
      ))}
    </section>
  );
});

function emptyWords({ state, mayWalk }: RoomView): { title: string; text: string } {
  if (mayWalk)
    return { title: "No checklist yet", text: "Start a section of a runbook, or write your own steps." };
  if (decideWalk(state.status).ok) return { title: "No checklist yet", text: "Nobody has started one." };
  return { title: "No checklist", text: "None was started while this incident was open." };
}

type GroupProps = Omit<ChecklistsPanelProps, "onAdd"> & {
  group: ChecklistGroup;
  newer: ReturnType<typeof useNewerVersions>;
  /** The only one needs no head. The same component all the same: what is open in it stays when another one comes. */
  isOnly: boolean;
};

/** The sections of one runbook; among several they can be folded away together. */
function Group({ group, newer, isOnly, ...rest }: GroupProps) {
  const { room, selectedId } = rest;
  const holdsSelected = group.views.some(({ steps }) => steps.some(({ item }) => item.id === selectedId));
  const { open, toggle } = useFold(`${room.state.key} ${group.id}`, {
    ...{ selectedId: holdsSelected ? selectedId : null, byDefault: true },
  });
  const { over, total } = progressOf(group.views);
  const id = `runbook-${group.id}`;
  return (
    <section
      aria-labelledby={isOnly ? undefined : `${id}-head`}
      className={cn(!isOnly && "border-line mt-1 border-t pt-1")}
    >
      {!isOnly && (
        <SectionRow
          done={over}
          total={total}
          headingId={`${id}-head`}
          title={group.title}
          note={group.versions}
          open={open}
          onToggle={toggle}
          controls={id}
          action={<ReadRunbook group={group} />}
        />
      )}
      {(isOnly || open) && (
        <div id={id}>
          {group.views.map((view) => (
            <ChecklistSection
              key={view.list.id}
              {...{ ...rest, view }}
              newer={newer.get(view.list.runbookVersionId ?? "")}
              saysVersion={group.isMixed}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/** The whole runbook as it is walked here, with what no checklist shows: its opening words, whom to tell and when. */
function ReadRunbook({ group: { title, version } }: { group: ChecklistGroup }) {
  if (!version) return null;
  const { slug, number } = version;
  return (
    <ButtonLink
      size="sm"
      variant="quiet"
      icon="runbook"
      href={`/runbooks/${slug}/versions/${number}`}
      aria-label={`Runbook: ${title}, version ${number}`}
    >
      Runbook
    </ButtonLink>
  );
}
