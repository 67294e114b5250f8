"use client";

import { useState, type KeyboardEvent } from "react";
import { useWaits } from "@/components/live/use-away";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentDialogProps, IncidentView } from "../incident-view";
import { useIncidentWrite } from "../use-incident-write";
import { HandOverBrief } from "./hand-over-brief";

interface AnswerOfferDialogProps extends IncidentDialogProps {
  /** With its newest entries: the offer among them may bring a note. */
  room: IncidentView & { entries?: readonly Entry[] };
  fromId: string;
  /** It was not withdrawn or answered elsewhere meanwhile. */
  stands: boolean;
}

/** Command is offered to me: the brief, then yes or no. */
export function AnswerOfferDialog(props: AnswerOfferDialogProps) {
  const { room, fromId, stands, open, onOpenChange } = props;
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState("");
  const write = useIncidentWrite(
    room,
    (answer: "accepted" | "declined") => ({
      method: "PUT",
      path: "/command-offer/answer",
      body: answer === "accepted" ? { answer } : { answer, reason: reason.trim() || null },
    }),
    () => onOpenChange(false),
  );
  const gone = stands || !write.isIdle ? undefined : goneWords(room);
  const waits = useWaits();
  const notYet = gone ?? waits;
  const note = noteIn(room.entries ?? []);
  const answer = declining ? "declined" : "accepted";
  const send = () => !write.isPending && !notYet && write.mutate(answer);
  const sendByKey = (event: KeyboardEvent) =>
    event.key === "Enter" && (event.metaKey || event.ctrlKey) && send();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`${room.names.person(fromId)} offers you command of ${room.state.key}`}
      description="Accept, and the clock is yours."
      sticky={declining}
      hears={{ onKeyDown: sendByKey }}
      footer={
        <>
          {gone ? (
            <Button onClick={() => onOpenChange(false)}>Close</Button>
          ) : (
            <Button onClick={() => setDeclining(!declining)}>{declining ? "Back" : "Decline…"}</Button>
          )}
          <Button
            // One button, which keeps the focus while what it does is sent; the other choice is another one.
            key={answer}
            autoFocus={!declining}
            variant="primary"
            kbd="$mod+Enter"
            busy={write.isPending}
            notYet={notYet}
            onClick={send}
          >
            {declining ? "Decline command" : "Accept command"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {declining && (
          <Field label="Why you decline" optional>
            <Textarea
              autoFocus
              minRows={1}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        )}
        {note && (
          <Banner icon="note" title={`${room.names.person(fromId)} says:`}>
            {note}
          </Banner>
        )}
        <HandOverBrief room={room} />
        {gone && <Banner title={gone} />}
        {waits && <p className="meta text-right">{waits}</p>}
        {write.error && <Banner tone="bad" title={write.error.message} />}
      </div>
    </Dialog>
  );
}

function goneWords({ state: { commanderId }, me, names }: IncidentView): string {
  if (commanderId === me.id) return "The offer is answered: you have command.";
  return `The offer stands no longer. ${commanderId ? names.person(commanderId) : "Nobody"} has command.`;
}

/** What the commander wrote with the newest offer. */
function noteIn(entries: readonly Entry[]): string | null {
  const offer = entries.find((entry) => entry.kind === "command.offered");
  if (offer?.kind !== "command.offered" || !offer.data.note) return null;
  return offer.texts[offer.data.note.textId] ?? null;
}
