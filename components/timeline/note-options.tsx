"use client";

import { serverNow } from "@/components/clock/use-server-now";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { toLocalInput } from "@/lib/kernel/local-input";
import type { Draft } from "./draft";
import type { NotePlan } from "./note.rules";

interface NoteOptionsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  plan: NotePlan;
  timeZone: string;
  busy: boolean;
}

/** What stands under the field once it is used: log or note, when it happened, and the button. */
export function NoteOptions({ draft, change, plan, timeZone, busy }: NoteOptionsProps) {
  const dated = draft.happened !== null;
  const now = () => toLocalInput(serverNow(), timeZone);
  return (
    <div className="mt-2 grid gap-2">
      {plan.mayBeLog && (
        <Checkbox
          label={`Keep as a log, ${plan.lines} lines`}
          checked={plan.asLog}
          disabled={plan.mustBeLog}
          onChange={(event) => change({ asLog: event.target.checked })}
        />
      )}
      {dated && (
        <label className="meta grid gap-1">
          It happened ({timeZone})
          <Input
            type="datetime-local"
            value={draft.happened ?? ""}
            max={now()}
            onChange={(event) => change({ happened: event.target.value })}
          />
        </label>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="quiet" icon="clock" onClick={() => change({ happened: dated ? null : now() })}>
          {dated ? "Not earlier" : "Happened earlier…"}
        </Button>
        <Button type="submit" variant="primary" busy={busy} kbd="$mod+Enter" className="ml-auto">
          {plan.asLog ? "Add log" : "Add note"}
        </Button>
      </div>
    </div>
  );
}
