"use client";

import type { ReactNode } from "react";
import { Details, EvidenceImage, TimelineCorrection } from "@/components/room/later";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import type { LaterItems } from "@/components/ui/menu-items";
import { TimelineEntry } from "@/components/ui/timeline-entry";
import type { EntryOf } from "@/lib/timeline/events";
import type { Line } from "./lines.rules";
import { Quote } from "./quote";
import { Sentence } from "./sentence";

interface EntryLineProps {
  line: Line;
  timeZone: string;
  /** The one that a link or a jump led to. */
  selected: boolean;
  menu: LaterItems;
  /** Under its words. */
  below?: ReactNode;
}

/** One entry: its sentence and words, and a menu behind its number. */
export function EntryLine({ line, timeZone, selected, menu, below }: EntryLineProps) {
  const { entry, sentence, at, enteredAt, earlier, pinned } = line;
  const { quote, details } = sentence;
  const log = entry.kind === "log.pasted" || entry.kind === "step.evidence_added";
  return (
    <TimelineEntry
      seq={entry.seq}
      at={at}
      timeZone={timeZone}
      icon={sentence.icon}
      quote={quote === undefined ? undefined : <Quote words={quote} log={log} />}
      enteredAt={enteredAt}
      earlier={earlier.length > 0 && <TimelineCorrection earlier={earlier} timeZone={timeZone} />}
      pinned={pinned}
      selected={selected}
      number={<NumberMenu seq={entry.seq} items={menu} />}
    >
      <Sentence of={sentence} />
      {details && details.length > 0 && <Details of={details} />}
      {entry.kind === "step.image_added" && <Picture of={entry} />}
      {below}
    </TimelineEntry>
  );
}

function Picture({ of: { data, texts } }: { of: EntryOf<"step.image_added"> }) {
  const { textId } = data.text;
  const { width, height } = data.image;
  return <EvidenceImage {...{ textId, width, height }} description={texts[textId] ?? null} />;
}

function NumberMenu({ seq, items }: { seq: number; items: LaterItems }) {
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={`Entry ${seq}: actions`}
          className="hover:text-ink phone:-my-2.5 phone:h-11 phone:min-w-11 -my-0.75 -mr-1 h-6 rounded-xs px-1 hover:underline"
        >
          #{seq}
        </button>
      }
      items={items}
    />
  );
}
