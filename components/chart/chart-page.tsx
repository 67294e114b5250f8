"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { isOfChart } from "@/components/checklists/decision.rules";
import { FilledContext } from "@/components/checklists/filled-text";
import { answerKeys, otherBranch } from "@/components/checklists/answer-keys";
import { useReady, type Press, type Ready } from "@/components/checklists/use-ready";
import { useStepWrites } from "@/components/checklists/use-step-writes";
import type { ChecklistView, StepView } from "@/components/checklists/view.rules";
import type { WordsRequest } from "@/components/checklists/words-dialog";
import { moveOrAsk, remarkFor, tickOf } from "@/components/checklists/step-requests";
import { clockSlotOf } from "@/components/incidents/clock-slot";
import { NotLive } from "@/components/room/not-live";
import { PartHeader } from "@/components/room/part-header";
import { RoomClock } from "@/components/room/room-clock";
import type { RoomDialog } from "@/components/room/room-dialogs";
import { RoomDialogs } from "@/components/room/room-dialogs-host";
import { useRoomView, type FirstRoom, type RoomView } from "@/components/room/use-room-view";
import { LastActiveContext } from "@/components/live/last-active";
import { useKeys, type KeyBinding } from "@/components/shell/keys";
import type { CommandBlockHandle } from "@/components/ui/command-block";
import { PageTitle } from "@/components/ui/page-title";
import { isEnded, movesOf } from "@/lib/checklists/step.rules";
import type { ParsedFlow } from "@/lib/runbooks/parse/types";
import type { StepState } from "@/lib/timeline/events/common";
import { ChartAside } from "./chart-aside";
import { ChartSide } from "./chart-side";
import { ChartWalk } from "./chart-walk";
import { wayTaken } from "./way-taken";

interface ChartPageProps {
  incidentKey: string;
  checklistId: string;
  first: FirstRoom;
}

/** Walking a chart: its drawing with the way taken, the steps and questions on the way, and the rounds so far. */
export function ChartPage({ incidentKey, checklistId, first }: ChartPageProps) {
  const { room, lastActive } = useRoomView(incidentKey, first);
  const view = room.checklists.find(({ list }) => list.id === checklistId);
  const [wanted, want] = useWanted();
  const way = view ? chartWay(view) : null;
  if (!view || !way) return null;
  return (
    <LastActiveContext value={lastActive}>
      <FilledContext value={room.filled}>
        <Walked {...{ room, view, way, wanted, want }} />
      </FilledContext>
    </LastActiveContext>
  );
}

interface Way {
  flow: ParsedFlow;
  /** The items of this chart on the way, in order. */
  steps: StepView[];
  left: StepView[];
}

interface WalkedProps {
  room: RoomView;
  view: ChecklistView;
  way: Way;
  wanted: Wanted | null;
  want: (wanted: Wanted) => void;
}

function Walked({ room, view, way, wanted, want }: WalkedProps) {
  const writes = useStepWrites(room);
  const [request, ask] = useState<WordsRequest | null>(null);
  const [dialog, setDialog] = useState<RoomDialog | null>(null);
  const [full, setFull] = useState(false);
  const commandRef = useRef<CommandBlockHandle>(null);
  const { flow, steps } = way;
  const open = steps.find(({ item }) => !isEnded(item.state)) ?? steps.at(-1) ?? null;
  const wantedStep = steps.find(({ item }) => item.id === wanted?.itemId);
  // A chosen step that is over by now gives way to the next one.
  const holds = wantedStep && isEnded(wantedStep.item.state) === wanted?.ended;
  const selected = holds ? wantedStep : open;
  const press = selected ? `${selected.item.id} ${tickOf(selected, room.me.id).label}` : "";
  const { isReady, isBusy } = useReady(press, holds === true);
  const taken = useMemo(
    () =>
      wayTaken(
        flow,
        steps.map(({ item }) => item),
      ),
    [flow, steps],
  );
  const select = ({ item }: StepView) => want({ itemId: item.id, ended: isEnded(item.state) });
  const onNode = (nodeKey: string) => {
    const found = steps.findLast(({ item }) => item.stepKey === nodeKey);
    if (found) select(found);
    setFull(false);
  };
  const onFull = () => setFull((is) => !is);
  useChartKeys({ room, view, steps, selected, writes, ask, select, commandRef, onFull, isReady });
  return (
    <div data-fills className="flex min-h-0 flex-1 flex-col">
      <ChartTitle room={room} title={view.title} />
      <div className="phone:sticky phone:top-0 z-10">
        <PartHeader room={room} part={view.title} />
        <RoomClock room={room} onSnooze={() => setDialog("snooze")} />
        <NotLive room={room} />
      </div>
      <div className="min-h-0 flex-1 md:grid md:grid-cols-[292px_minmax(0,1fr)] lg:grid-cols-[292px_minmax(0,1fr)_292px]">
        <ChartAside title={view.title} {...{ flow, taken, onNode, full }} onFull={setFull} />
        <ChartWalk
          {...{ room, steps, left: way.left, selected, writes, ask, commandRef, isBusy }}
          onSelect={select}
        />
        <ChartSide room={room} selected={selected} />
      </div>
      <RoomDialogs room={room} dialog={dialog} onDialog={setDialog} request={request} onRequest={ask} />
    </div>
  );
}

function ChartTitle({ room, title }: { room: RoomView; title: string }) {
  return <PageTitle text={`${room.state.key} ${title}`} slot={clockSlotOf(room.state.cadence)} />;
}

function chartWay({ section, steps, left }: ChecklistView): Way | null {
  const flow = section?.flow;
  if (!flow) return null;
  const isOf = ({ item }: StepView) => isOfChart(flow, item);
  // What a switch left is no node of this chart any more: the room shows it below the section.
  return { flow, steps: steps.filter(isOf), left: left.filter((step) => isOf(step) && !step.item.leftAt) };
}

/** A step that was chosen, and whether it was over then. */
interface Wanted {
  itemId: string;
  ended: boolean;
}

/** The step that the address names (`#step-…`), or that was chosen since. */
function useWanted(): [Wanted | null, (wanted: Wanted) => void] {
  const [wanted, want] = useState<Wanted | null>(null);
  useEffect(() => {
    const itemId = location.hash.replace(/^#step-/, "");
    if (itemId !== "") queueMicrotask(() => want({ itemId, ended: false }));
  }, []);
  return [wanted, want];
}

interface ChartKeysInput {
  room: RoomView;
  view: ChecklistView;
  steps: readonly StepView[];
  selected: StepView | null;
  writes: ReturnType<typeof useStepWrites>;
  ask: (request: WordsRequest) => void;
  select: (step: StepView) => void;
  commandRef: RefObject<CommandBlockHandle | null>;
  onFull: () => void;
  isReady: Ready["isReady"];
}

function useChartKeys(input: ChartKeysInput): void {
  const { room, view, steps, selected, writes, ask, select, commandRef, onFull, isReady } = input;
  const router = useRouter();
  const { key } = room.state;
  const off = !room.mayWalk || !selected;
  const go = (to: StepState, press: Press) => {
    if (selected && isReady(press) && movesOf(selected.item).includes(to))
      moveOrAsk(selected, to, { writes, ask });
  };
  const move = (by: 1 | -1) => {
    const index = steps.findIndex(({ item }) => item.id === selected?.item.id);
    const next = steps[Math.min(Math.max(index + by, 0), steps.length - 1)];
    if (next) select(next);
  };
  const other = otherBranch([view], selected);
  const walk = { group: "Chart", off };
  const bindings: KeyBinding[] = [
    ...(selected ? answerKeys(selected, writes, isReady) : []).map((binding) => ({ ...walk, ...binding })),
    { ...walk, keys: "j", label: "Next step", off: false, run: () => move(1) },
    { ...walk, keys: "k", label: "Step before", off: false, run: () => move(-1) },
    {
      ...walk,
      keys: "t",
      label: "Tick, again to untick",
      off: off || selected?.item.kind === "decision",
      run: (press) => selected && go(tickOf(selected, room.me.id).to, press),
    },
    { ...walk, keys: "c", label: "Copy the command", run: () => commandRef.current?.copy() },
    { ...walk, keys: "s", label: "Skip", run: (press) => go("skipped", press) },
    { ...walk, keys: "x", label: "Failed", run: (press) => go("failed", press) },
    { ...walk, keys: "n", label: "Note", run: () => selected && ask(remarkFor(selected, "comment", writes)) },
    {
      ...walk,
      keys: "b",
      label: "Other branch",
      off: off || !other,
      run: (press) => other && isReady(press) && void writes.answer(other.step, other.answer),
    },
    { group: "Chart", keys: "f", label: "Full size", run: onFull },
    {
      group: key,
      keys: "u",
      label: "Write the next update",
      off: !room.mayAct,
      run: () => router.push(`/incidents/${key}/update`),
    },
    {
      group: "Chart",
      keys: "Escape",
      label: "Back to the room",
      run: () => router.push(`/incidents/${key}`),
    },
  ];
  useKeys("chart", bindings);
}
