import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { StepIcon, STEP_WORDS } from "@/components/ui/step-icon";
import type { RoomView } from "@/components/room/use-room-view";
import { formatTime } from "@/lib/kernel/clock-times";
import type { ItemState } from "@/lib/timeline/fold/state";
import { tracesOf, type GoneStep, type SwitchView } from "./switch-view.rules";

interface SwitchChangesProps {
  changes: SwitchView;
  room: RoomView;
  /** Keys of the reworded steps that this person says are the same. */
  same: ReadonlySet<string>;
  onSame: (key: string) => void;
  number: number;
}

/** The steps that are new, reworded, changed, moved or gone, each under its heading. */
export function SwitchChanges({ changes, room, same, onSame, number }: SwitchChangesProps) {
  const { added, removed, reworded, changed, moved, unchanged, offTheWay, isElsewise } = changes;
  return (
    <>
      <Group title="New" count={added.length}>
        {added.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </Group>
      <Group title="Reworded" count={reworded.length}>
        {reworded.map((step) => (
          <li key={step.key} className="space-y-1">
            <p>
              <del className="text-ink-3">{step.text}</del>
            </p>
            <p>
              <ins className="no-underline">{step.to.text}</ins>
            </p>
            {step.begun.length > 0 && (
              <Checkbox
                label="It is the same step"
                hint={`${begunWords(step.begun, room)}: stays with it`}
                disabled={!room.mayWalk}
                checked={same.has(step.key)}
                onChange={() => onSame(step.key)}
              />
            )}
          </li>
        ))}
      </Group>
      <Group title="Changed" count={changed.length}>
        {changed.map(({ key, text, parts }) => (
          <li key={key}>
            {text} <span className="meta block">other {parts.join(", ")}</span>
          </li>
        ))}
      </Group>
      <Group title="Moved" count={moved.length}>
        {moved.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </Group>
      <Group title={`Not in version ${number}`} count={removed.length}>
        {removed.map((step) => (
          <li key={step.key}>
            {step.text}
            <span className="meta flex items-center gap-1.5">{goneWords(step, room)}</span>
          </li>
        ))}
      </Group>
      {offTheWay > 0 && (
        <p>
          The chart changed where it was walked: {offTheWay} {offTheWay === 1 ? "step stays" : "steps stay"}{" "}
          on record below the section.
        </p>
      )}
      {isElsewise && <p>Its heading, its timer or the ways of its chart are others.</p>}
      <p className="meta">
        {unchanged === 0 ? "Nothing else." : `${unchanged} unchanged.`} What was done stays done.
      </p>
    </>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="meta pb-1 font-medium">
        {title} · <span className="tabular-nums">{count}</span>
      </h3>
      <ul className="border-line space-y-2 border-l-2 pl-2.5 break-words">{children}</ul>
    </section>
  );
}

function goneWords({ begun, nowUnder }: GoneStep, room: RoomView): ReactNode {
  const [first] = begun;
  if (!first) return nowUnder ? `now under “${nowUnder}”` : "not begun, goes";
  return (
    <>
      <StepIcon state={first.state} label="" />
      {begunWords(begun, room)}: stays, marked
    </>
  );
}

/** "Done by Mara 03:12 · a check ran" of the newest that was begun. */
function begunWords(begun: readonly ItemState[], { names, me, timeZone, state }: RoomView): string {
  const item = begun.at(-1);
  if (!item) return "";
  const name = (id: string) => (id === me.id ? "you" : names.person(id));
  const by = item.changedById ? ` by ${name(item.changedById)}` : "";
  const at = item.changedAt ? ` ${formatTime(Date.parse(item.changedAt), timeZone)}` : "";
  const waiting = item.state === "todo" && item.assigneeId !== null && ` for ${name(item.assigneeId)}`;
  const moved = `${STEP_WORDS[item.state]}${waiting || by + at}`;
  return [moved, ...tracesOf(item, state.timeBoxes)].join(" · ");
}
