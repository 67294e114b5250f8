"use client";

import { leadsToThird } from "@/components/checklists/decision.rules";
import type { StepView } from "@/components/checklists/view.rules";
import type { RoomView } from "@/components/room/use-room-view";
import { Banner } from "@/components/ui/banner";
import { Kbd } from "@/components/ui/kbd";
import { PanelHead, Rule } from "@/components/ui/panel";
import { newestFills } from "@/lib/checklists/gaps.rules";
import { formatTime } from "@/lib/kernel/clock-times";

const KEYS = [
  { keys: ["1", "2"], does: "answer" },
  { keys: ["j", "k"], does: "next, previous step" },
  { keys: ["t"], does: "tick, and again to untick" },
  { keys: ["c"], does: "copy the command" },
  { keys: ["b"], does: "take the other branch" },
] as const;

/** Beside the steps: what the question was answered in each round, what was filled in, and the keys. */
export function ChartSide({ room, selected }: { room: RoomView; selected: StepView | null }) {
  const question = questionAt(room, selected);
  const { rounds = [], answers = [] } = question?.decision ?? {};
  const filled = newestFills(room.state.placeholders);
  return (
    <aside
      aria-label="Rounds and keys"
      className="border-line min-h-0 max-lg:border-t md:max-lg:col-span-2 lg:overflow-y-auto lg:border-l"
    >
      {rounds.length > 0 && (
        <>
          <PanelHead title="Rounds" count={rounds.length} />
          <ol className="space-y-1.5 px-4 pb-3">
            {rounds.toReversed().map((item) => (
              <li key={item.id}>
                <span className="meta mr-2 tabular-nums">
                  {item.changedAt && formatTime(Date.parse(item.changedAt), room.timeZone)}
                </span>
                <strong>
                  {item.changedById === room.me.id ? "You" : room.names.person(item.changedById ?? "")}
                </strong>{" "}
                answered {item.answer?.label ?? "this way"}
                {item.reason && (
                  <span className="border-line-strong text-ink-2 mt-0.5 block border-l-2 pl-2">
                    {item.reason.value ?? "[redacted]"}
                  </span>
                )}
              </li>
            ))}
          </ol>
          {question && leadsToThird(question.item, answers) && (
            <div className="px-4 pb-3">
              <Banner tone="warn" title="A third round usually means another cause." />
            </div>
          )}
          <Rule />
        </>
      )}
      {filled.length > 0 && (
        <>
          <PanelHead title="Filled in" />
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 pb-3">
            {filled.map(({ name, value, personId, at }) => (
              <div key={name} className="contents">
                <dt className="meta font-mono">{name}</dt>
                <dd className="break-words">
                  {value.value ?? "[redacted]"}{" "}
                  <span className="meta">
                    {personId === room.me.id ? "You" : room.names.person(personId ?? "")}{" "}
                    {formatTime(Date.parse(at), room.timeZone)}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
          <Rule />
        </>
      )}
      <div className="phone:hidden">
        <PanelHead title="Keys" />
        <ul className="space-y-1 px-4 pb-3">
          {KEYS.map(({ keys, does }) => (
            <li key={does} className="grid grid-cols-[56px_minmax(0,1fr)]">
              <span className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key} keys={key} />
                ))}
              </span>
              <span className="text-ink-2">{does}</span>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}

/** The question at hand, or the last one before the step at hand. */
function questionAt({ checklists }: RoomView, selected: StepView | null): StepView | undefined {
  const steps = checklists.find(({ list }) => list.id === selected?.list.id)?.steps ?? [];
  const index = steps.findIndex(({ item }) => item.id === selected?.item.id);
  return steps.slice(0, index + 1).findLast(({ decision }) => decision !== null);
}
