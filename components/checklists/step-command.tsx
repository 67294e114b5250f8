"use client";

import type { Ref } from "react";
import { FilledWarning } from "@/components/room/later";
import type { RoomView } from "@/components/room/use-room-view";
import { CommandBlock, type CommandBlockHandle } from "@/components/ui/command-block";
import { CommandPlaceholder } from "@/components/ui/command-placeholder";
import { areFilled, haveGaps, labelGaps, stepCommands, stepDanger } from "./commands.rules";
import { useFillIns } from "./fill-ins";
import type { StepView } from "./view.rules";

interface StepCommandProps {
  room: RoomView;
  step: StepView;
  /** For the key that copies. */
  ref: Ref<CommandBlockHandle>;
}

/** What a step says to run, ready to copy, and what has to be filled in for it: once, for everybody. */
export function StepCommand({ room, step, ref }: StepCommandProps) {
  const { shown: values, fill } = useFillIns(room);
  const commands = stepCommands(step.step, values);
  const lines = commands.flat();
  const gaps = labelGaps(step.step);
  const onFill = room.mayWalk ? fill : undefined;
  return (
    <>
      {lines.length > 0 && (
        <CommandBlock
          ref={ref}
          commands={commands}
          notes={step.step?.commands.map(({ comment }) => comment)}
          isBare={step.step?.commands.some(({ kind }) => kind !== "shell")}
          danger={stepDanger(step.step)}
          hint={areFilled(lines) ? "Filled once, used in every step" : undefined}
          kbd="C"
          onFill={onFill}
        />
      )}
      {step.step && haveGaps(lines) && <FilledWarning step={step.step} values={values} />}
      {gaps.length > 0 && (
        <dl className="mt-1 mb-2 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1">
          {gaps.map((name) => (
            <div key={name} className="contents">
              <dt className="meta font-mono">{name}</dt>
              <dd className="phone:*:min-h-11 font-mono text-xs wrap-anywhere *:min-h-6">
                <CommandPlaceholder
                  part={{ name, value: values[name] }}
                  onFill={onFill}
                  empty="not filled in"
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
