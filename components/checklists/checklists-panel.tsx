"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PanelHead } from "@/components/ui/panel";
import type { RoomView } from "@/components/room/use-room-view";
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
export function ChecklistsPanel({ room, writes, selectedId, onSelect, ask, onAdd }: ChecklistsPanelProps) {
  const newer = useNewerVersions(room);
  const groups = groupByRunbook(room.checklists, room.pinned);
  useRememberedFolds();
  const { done, total } = progressOf(room.checklists);
  const [only] = groups;
  const note = groups.length === 1 && only?.versions ? `${only.title}, ${only.versions}` : undefined;
  return (
    <section aria-label="Checklists" className="isolate pb-3">
      <PanelHead
        title="Checklists"
        count={total > 0 ? `${done} of ${total}` : undefined}
        note={note}
        className="px-2"
      >
        {room.mayWalk && (
          <Button size="sm" variant="quiet" icon="plus" onClick={onAdd}>
            Add
          </Button>
        )}
      </PanelHead>
      {room.checklists.length === 0 && (
        <EmptyState
          title="No checklist yet"
          text="Start a section of a runbook, or write your own steps."
          action={
            room.mayWalk && (
              <Button variant="secondary" icon="plus" onClick={onAdd}>
                Add a checklist
              </Button>
            )
          }
        />
      )}
      {groups.map((group) =>
        groups.length === 1 ? (
          <Sections key={group.id} {...{ group, newer, room, writes, selectedId, onSelect, ask }} />
        ) : (
          <Group key={group.id} {...{ group, newer, room, writes, selectedId, onSelect, ask }} />
        ),
      )}
    </section>
  );
}

type GroupProps = Omit<ChecklistsPanelProps, "onAdd"> & {
  group: ChecklistGroup;
  newer: ReturnType<typeof useNewerVersions>;
};

function Sections({ group, newer, ...rest }: GroupProps) {
  return group.views.map((view) => (
    <ChecklistSection
      key={view.list.id}
      {...{ ...rest, view }}
      newer={newer.get(view.list.runbookVersionId ?? "")}
      saysVersion={group.isMixed}
    />
  ));
}

/** The sections of one runbook among several: they can be folded away together. */
function Group(props: GroupProps) {
  const { group, room, selectedId } = props;
  const holdsSelected = group.views.some(({ steps }) => steps.some(({ item }) => item.id === selectedId));
  const { open, toggle } = useFold(`${room.state.key} ${group.id}`, {
    ...{ selectedId: holdsSelected ? selectedId : null, byDefault: true },
  });
  const id = `runbook-${group.id}`;
  const { done, total } = progressOf(group.views);
  return (
    <section aria-labelledby={`${id}-head`} className="border-line mt-1 border-t pt-1">
      <h3 id={`${id}-head`}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
          className="hover:bg-hover phone:h-12 text-ink-2 flex h-8 w-full min-w-0 items-center gap-2 rounded-sm pr-2 pl-1 text-left"
        >
          <Icon name={open ? "chevron-down" : "chevron-right"} size="sm" className="text-ink-3" />
          <span className="min-w-0 truncate font-semibold">{group.title}</span>
          <span className="meta flex-1 whitespace-nowrap">{group.versions}</span>
          <span className="meta whitespace-nowrap tabular-nums">
            {done} of {total}
          </span>
        </button>
      </h3>
      {open && (
        <div id={id}>
          <Sections {...props} />
        </div>
      )}
    </section>
  );
}
