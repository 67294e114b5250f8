"use client";

import { useTargets } from "@/components/targets/use-targets";
import { useWrite } from "@/components/api/use-write";
import type { RoomView } from "@/components/room/use-room-view";
import { useWaits } from "@/components/live/use-away";
import { Button } from "@/components/ui/button";
import { CommandPlaceholder } from "@/components/ui/command-placeholder";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { checksOf, checkUrl, placeResults, type Check } from "@/lib/checklists/checks.rules";
import type { Written } from "@/lib/incidents/dto";
import type { CheckState } from "@/lib/timeline/fold/state";
import { CheckOutcome } from "./check-outcome";
import { commandLines } from "./commands.rules";
import { useFillIns } from "./fill-ins";
import type { StepView } from "./view.rules";

interface StepChecksProps {
  room: RoomView;
  step: StepView;
  /** The incident has ended: results stay, nothing is run. */
  isOver: boolean;
}

/**
 * What the step says to ask, each with its button and what came of it; then what came of checks that it had in another
 * version. Nothing is asked by itself.
 */
export function StepChecks({ room, step, isOver }: StepChecksProps) {
  const checks = checksOf(step.step);
  const { values, fill } = useFillIns(room);
  const mayRun = room.mayWalk && !isOver;
  const waits = useWaits();
  const { earlier, resultOf } = placeResults(checks, step.item.checks);
  return (
    <>
      {checks.length > 0 && (
        <ul className="mt-2 space-y-2" aria-label="Checks">
          {checks.map((check) => (
            <li key={`${check.kind} ${check.text}`} className="border-line rounded-sm border">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1 pr-1 pl-2.5">
                <CheckText check={check} values={values} onFill={mayRun ? fill : undefined} />
                {mayRun && <RunCheck {...{ room, step, check, values, waits }} />}
              </div>
              <CheckOutcome {...{ room, step }} result={resultOf(check)} />
            </li>
          ))}
          {mayRun && waits && <li className="meta">{waits}</li>}
        </ul>
      )}
      {earlier.length > 0 && <EarlierResults {...{ room, step }} results={earlier} />}
    </>
  );
}

function EarlierResults({
  room,
  step,
  results,
}: Pick<StepChecksProps, "room" | "step"> & { results: readonly CheckState[] }) {
  return (
    <section className="mt-2" aria-label="Earlier results">
      <h4 className="meta pb-1">Of checks that this step had in another version</h4>
      <ul className="space-y-2">
        {results.map((result) => (
          <li key={result.request.id} className="border-line rounded-sm border">
            <p className="px-2.5 py-1 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
              {result.request.value ?? "[redacted]"}
            </p>
            <CheckOutcome {...{ room, step, result }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Values = Readonly<Record<string, string>>;

function CheckText({
  check,
  values,
  onFill,
}: {
  check: Check;
  values: Values;
  onFill?: (name: string, value: string) => void;
}) {
  return (
    <span className="min-w-0 flex-1 basis-40 py-1 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
      {check.kind === "http" && "GET "}
      {commandLines(check, values).map((line, number) => (
        <span key={number} className="block first:inline">
          {line.map((part, index) =>
            typeof part === "string" ? part : <CommandPlaceholder key={index} {...{ part, onFill }} />,
          )}
        </span>
      ))}
    </span>
  );
}

interface RunCheckProps extends Pick<StepChecksProps, "room" | "step"> {
  check: Check;
  values: Values;
  /** Why nothing can be asked now. */
  waits: string | undefined;
}

function RunCheck({ room, step, check, values, waits }: RunCheckProps) {
  const targets = useTargets();
  const run = useWrite<Written, string>(
    (targetId) => ({
      method: "POST",
      path: `/steps/${step.item.id}/checks`,
      body: { kind: check.kind, check: check.text, targetId },
    }),
    {
      onSuccess: ({ entries }) => room.apply(entries),
      onError: (error) => void toast.failed(error.detail),
    },
  );
  if (!targets) return null;
  const places = targets.flatMap((target) => {
    const fits = target.kind === (check.kind === "http" ? "http" : "prometheus");
    const where = fits ? checkUrl(check, target.baseUrl, values) : null;
    return where ? [{ target, where }] : [];
  });
  const [first] = places;
  if (!first) {
    return <span className="meta pr-1.5">No target is set for it</span>;
  }
  const missing = "missing" in first.where ? `Fill in ${first.where.missing} first` : undefined;
  const only = places.length === 1;
  const button = (
    <Button
      size="sm"
      busy={run.isPending}
      notYet={waits ?? missing}
      onClick={only ? () => run.mutate(first.target.id) : undefined}
    >
      Run{!only && "…"}
    </Button>
  );
  if (only) return button;
  const items = places.map(({ target }) => ({
    label: target.name,
    onSelect: () => run.mutate(target.id),
  }));
  return <DropdownMenu trigger={button} items={[{ heading: "Run it against" }, ...items]} />;
}
