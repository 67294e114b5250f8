"use client";

import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { useOffered } from "@/components/runbooks/use-offered";
import { useSuggestions } from "@/components/runbooks/use-suggestions";
import type { RoomView } from "@/components/room/use-room-view";
import { isWalkable } from "@/lib/checklists/section-items.rules";
import type { Written } from "@/lib/incidents/dto";
import type { PinnedRunbookDto } from "@/lib/runbooks/dto";
import type { ParsedSection } from "@/lib/runbooks/parse/types";
import { OwnSteps } from "./own-steps";
import { toggled } from "./toggled";
import { usePinnedVersion } from "./use-pinned";

interface AddChecklistDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  room: RoomView;
}

/** Starts sections of a runbook in the incident, or a checklist of one's own. */
export function AddChecklistDialog({ open, onOpenChange, room }: AddChecklistDialogProps) {
  const [tab, setTab] = useState<"runbook" | "own">("runbook");
  const close = () => onOpenChange(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add a checklist" sticky>
      <Tabs
        value={tab}
        onValueChange={setTab}
        label="From where"
        items={[
          { value: "runbook", label: "From a runbook" },
          { value: "own", label: "Own steps" },
        ]}
      >
        <div className="pt-3">
          {tab === "runbook" ? (
            <FromRunbook room={room} onDone={close} />
          ) : (
            <OwnSteps room={room} onDone={close} />
          )}
        </div>
      </Tabs>
    </Dialog>
  );
}

interface FormProps {
  room: RoomView;
  onDone: () => void;
}

interface Chosen {
  versionId: string;
  /** The sections that are meant; null: all. */
  only: readonly string[] | null;
}

function FromRunbook({ room, onDone }: FormProps) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const fitting = useSuggestions(room.state.title.value ?? "", room.state.serviceIds);
  const { runbooks, error } = useOffered(words);
  if (chosen) return <Sections room={room} chosen={chosen} onBack={() => setChosen(null)} onDone={onDone} />;
  const suggested = words.trim() ? [] : fitting;
  const others = (runbooks ?? []).filter(({ id }) => !suggested.some(({ runbookId }) => runbookId === id));
  return (
    <div className="space-y-2">
      <Field label="Find a runbook">
        <Input
          autoFocus
          leading="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder="Title, step, command…"
        />
      </Field>
      {error && <Banner tone="bad" title={messageOf(error)} />}
      {!runbooks && !error && <SkeletonRows rows={4} />}
      {runbooks?.length === 0 && (
        <p className="text-ink-2 py-3">
          {words
            ? "No published runbook has these words."
            : "No runbook is published yet. Import one under Runbooks."}
        </p>
      )}
      {suggested.length > 0 && (
        <section aria-label="Fit this incident">
          <h3 className="meta px-2 font-medium">Fit this incident</h3>
          <ul className="divide-line divide-y">
            {suggested.map(({ runbookId, versionId, title, reason, part }) => (
              <RunbookRow
                key={runbookId}
                title={title}
                detail={part ? `Section “${part.title}”. ${reason}` : reason}
                onClick={() => setChosen({ versionId, only: part?.sectionKeys ?? null })}
              />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-label={suggested.length > 0 ? "Others" : "Runbooks"}>
          {suggested.length > 0 && <h3 className="meta px-2 font-medium">Others</h3>}
          <ul className="divide-line divide-y">
            {others.map(({ id, versionId, title, version }) => (
              <RunbookRow
                key={id}
                title={title}
                detail={`version ${version}`}
                onClick={() => setChosen({ versionId, only: null })}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function RunbookRow({ title, detail, onClick }: { title: string; detail: string; onClick: () => void }) {
  return (
    <li>
      <button
        type="button"
        className="hover:bg-hover flex min-h-11 w-full flex-wrap items-center gap-x-2 rounded-sm px-2 py-1 text-left"
        onClick={onClick}
      >
        <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
        <span className="meta">{detail}</span>
      </button>
    </li>
  );
}

function Sections({
  room,
  chosen: { versionId, only },
  onBack,
  onDone,
}: FormProps & { chosen: Chosen; onBack: () => void }) {
  const { data: runbook, error } = usePinnedVersion(versionId);
  /** Where the person decided otherwise than it was proposed. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isChosen = (key: string) => (only === null || only.includes(key)) !== turned.has(key);
  const start = useWrite<Written, string[]>(
    (sectionKeys) => ({
      method: "POST",
      path: `/incidents/${room.state.key}/checklists`,
      body: { runbookVersionId: versionId, sectionKeys },
    }),
    {
      onSuccess: (written) => {
        room.apply(written.entries);
        onDone();
      },
    },
  );
  if (error)
    return <Banner tone="bad" title={messageOf(error)} action={<Button onClick={onBack}>Back</Button>} />;
  if (!runbook) return <SkeletonRows rows={5} />;
  const walked = walkedVersions(room, runbook);
  const sections = runbook.sections.filter(isWalkable);
  const chosen = sections.map(({ key }) => key).filter((key) => !walked.has(key) && isChosen(key));
  return (
    <div className="space-y-3">
      <p className="font-semibold">{runbook.title}</p>
      {sections.length === 0 && <p className="text-ink-2">This runbook has no steps to walk.</p>}
      <ul className="space-y-1">
        {sections.map((section) => {
          const version = walked.get(section.key);
          return (
            <li key={section.key}>
              <Checkbox
                label={section.title || "Before the first heading"}
                hint={version === undefined ? sizeOf(section) : walkedWords(version, runbook.number)}
                disabled={version !== undefined}
                checked={version !== undefined || isChosen(section.key)}
                onChange={() => setTurned((before) => toggled(before, section.key))}
              />
            </li>
          );
        })}
      </ul>
      {start.error && <Banner tone="bad" title={messageOf(start.error)} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onBack}>Back</Button>
        <Button
          variant="primary"
          busy={start.isPending}
          notYet={chosen.length === 0 ? "Choose a section" : undefined}
          onClick={() => start.mutate(chosen)}
        >
          {chosen.length === 1 ? "Start 1 section" : `Start ${chosen.length} sections`}
        </Button>
      </div>
    </div>
  );
}

/** The sections of a runbook that are being walked already, with the number of the version they are walked at. */
function walkedVersions(
  { state, pinned }: RoomView,
  { runbookId }: PinnedRunbookDto,
): ReadonlyMap<string, number> {
  return new Map(
    state.checklists.flatMap(({ runbookVersionId, sectionKey }) => {
      const walked = pinned.runbook(runbookVersionId);
      return walked?.runbookId === runbookId && sectionKey ? [[sectionKey, walked.number] as const] : [];
    }),
  );
}

function walkedWords(version: number, offered: number): string {
  return version === offered ? "being walked already" : `being walked at version ${version}: switch there`;
}

/** "3 steps", "a chart", "3 steps and a chart". */
function sizeOf({ items, flow }: ParsedSection): string {
  const steps = items.filter((item) => item.type === "step").length;
  const counted = steps > 0 ? [`${steps} ${steps === 1 ? "step" : "steps"}`] : [];
  return [...counted, ...(flow ? ["a chart"] : [])].join(" and ");
}
