"use client";

import { Quote } from "@/components/timeline/quote";
import { FIELD_LABELS } from "@/components/updates/field-labels";
import { PanelHead } from "@/components/ui/panel";
import { formatTime } from "@/lib/kernel/clock-times";
import type { UpdateState } from "@/lib/timeline/fold/state";
import { updateFields } from "@/lib/updates/draft-body.rules";
import type { RoomView } from "./use-room-view";

/** How things stand, in the words of the last posted update: for who comes late. */
export function LastUpdate({ room, update }: { room: RoomView; update: UpdateState }) {
  const { names, me, timeZone } = room;
  const { number, postedById } = update;
  const by = postedById === me.id ? "you" : postedById ? names.person(postedById) : "the console";
  return (
    <section aria-label="How it stands" className="pb-2.5">
      <PanelHead
        title="How it stands"
        note={`update ${number}, ${formatTime(Date.parse(update.postedAt), timeZone)}, ${by}`}
      />
      <div className="grid gap-1.5 px-4 break-words">
        {updateFields
          .filter((field) => update[field].value !== "")
          .map((field) => (
            <div key={field}>
              {field !== "current" && <p className="meta">{FIELD_LABELS[field]}</p>}
              <p className={field === "current" ? "whitespace-pre-line" : "text-ink-2 whitespace-pre-line"}>
                <Quote words={update[field].value} short />
              </p>
            </div>
          ))}
        {correctionsOf(room, update).map(({ seq, words }) => (
          <div key={seq}>
            <p className="meta">Corrected</p>
            <p className="whitespace-pre-line">
              <Quote words={words} short />
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

/** What was said to be wrong in it, oldest first. */
function correctionsOf({ entries }: RoomView, update: UpdateState): { seq: number; words: string | null }[] {
  return entries
    .flatMap((entry) =>
      entry.kind === "update.corrected" && entry.data.updateId === update.id
        ? [{ seq: entry.seq, words: entry.texts[entry.data.text.textId] ?? null }]
        : [],
    )
    .toReversed();
}
