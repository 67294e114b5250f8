"use client";

import { useId, useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent } from "react";
import { MentionList, NoteOptions } from "@/components/room/later";
import type { RoomView } from "@/components/room/use-room-view";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";
import { countLines } from "@/lib/record/record.rules";
import { LOG_LINES } from "./note.rules";
import { useMentions } from "./use-mentions";
import { useNote } from "./use-note";

/** The field under the timeline: a note, with people called by @, perhaps of something earlier; or a pasted log. */
export function NoteComposer({ room }: { room: RoomView }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [focused, setFocused] = useState(false);
  const { draft, change, plan, people, send, busy, problem } = useNote(room);
  const { text } = draft;
  const mentions = useMentions({
    text,
    people,
    onInsert: (inserted, caret) => {
      change({ text: inserted });
      requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
    },
  });
  const suggesting = mentions.suggestions.length > 0;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    send();
  }

  function onPaste(event: ClipboardEvent) {
    if (countLines(event.clipboardData.getData("text")) >= LOG_LINES) change({ asLog: true });
  }

  function onBlur(event: FocusEvent<HTMLElement>) {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setFocused(false);
    mentions.close();
  }

  const open = focused || text !== "" || draft.happened !== null;
  return (
    <form
      aria-label="Add to the timeline"
      className="border-line bg-canvas above-dock flex-none border-t px-3.5 py-2.5"
      onFocus={() => setFocused(true)}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {suggesting && <MentionList id={`${id}-people`} {...mentions} />}
      <div className="relative">
        <Textarea
          ref={field}
          aria-label="Note"
          aria-autocomplete="list"
          aria-controls={suggesting ? `${id}-people` : undefined}
          aria-activedescendant={suggesting ? `${id}-people-${mentions.active}` : undefined}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          minRows={1}
          maxRows={10}
          placeholder="Add a note, paste a log"
          value={text}
          readOnly={busy}
          onChange={({ target }) => {
            change({ text: target.value });
            mentions.look(target.value, target.selectionStart);
          }}
          onSelect={({ currentTarget }) => mentions.look(currentTarget.value, currentTarget.selectionStart)}
          onKeyDown={(event) => {
            if (!mentions.onKeyDown(event) && event.key === "Escape") event.currentTarget.blur();
          }}
          onPaste={onPaste}
        />
        {!open && (
          <span
            aria-hidden
            className="phone:hidden pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2"
          >
            <Kbd keys="N" />
          </span>
        )}
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className="text-bad mt-1 text-xs font-medium">
          {problem}
        </p>
      )}
      {open && <NoteOptions {...{ draft, change, plan, busy }} timeZone={room.timeZone} />}
    </form>
  );
}
