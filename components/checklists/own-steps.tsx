"use client";

import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { useKept } from "@/components/incidents/use-kept";
import type { RoomView } from "@/components/room/use-room-view";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Written } from "@/lib/incidents/dto";
import { ownLines, problemOfLines, type OwnLine } from "./own-lines.rules";

const NOTHING = { title: "", text: "" };

/** A checklist that is written on the spot: a title, and a step a line. */
export function OwnSteps({ room, onDone }: { room: RoomView; onDone: () => void }) {
  const [{ title, text }, change, forget] = useKept(`own-steps:${room.state.id}`, NOTHING);
  const start = useWrite<Written, OwnLine[]>(
    (sent) => ({
      method: "POST",
      path: `/incidents/${room.state.key}/own-checklists`,
      body: { title, steps: sent.map((line) => line.text) },
    }),
    {
      onSuccess: (written) => {
        room.apply(written.entries);
        forget();
        onDone();
      },
    },
  );
  const { error, isPending, variables: sent = [] } = start;
  const ofTitle = error?.field("title");
  const ofSteps = error?.field("steps") ?? problemOfLines(sent, (index) => error?.field(`steps.${index}`));
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) start.mutate(ownLines(text));
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Field label="Title" error={ofTitle}>
        <Input
          autoFocus
          value={title}
          onChange={(event) => change((before) => ({ ...before, title: event.target.value }))}
        />
      </Field>
      <Field
        label="Steps"
        hint="One a line; a `command` in backticks can be copied. More can be added later."
        error={ofSteps}
      >
        <Textarea
          minRows={4}
          value={text}
          onChange={(event) => change((before) => ({ ...before, text: event.target.value }))}
        />
      </Field>
      {error && !ofTitle && !ofSteps && <Banner tone="bad" title={messageOf(error)} />}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" kbd="$mod+Enter" busy={isPending}>
          Start
        </Button>
      </div>
    </form>
  );
}
