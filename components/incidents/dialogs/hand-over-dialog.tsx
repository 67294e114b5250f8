"use client";

import { useEffect, useState } from "react";
import type { Entry } from "@/lib/timeline/events";
import { AnswerOfferDialog } from "../command/answer-offer-dialog";
import { AskDialog } from "../command/ask-dialog";
import { OfferDialog } from "../command/offer-dialog";
import { OfferedDialog } from "../command/offered-dialog";
import { TakeCommandDialog } from "../command/take-command-dialog";
import { useCommandView } from "../command/use-command-view";
import type { IncidentDialogProps } from "../incident-view";

type HandOverDialogProps = IncidentDialogProps & { room: { entries?: readonly Entry[] } };

/** `H`: whatever this person can do about command now. */
export function HandOverDialog(props: HandOverDialogProps) {
  return props.open ? <Opened {...props} /> : null;
}

function Opened(props: HandOverDialogProps) {
  const now = useCommandView(props.room);
  // It stays what it was opened for: another one must not slip under a hand that is about to press.
  const [first] = useState(now);
  const view = now.kind === first.kind ? now : first;
  // My offer is answered: there is nothing left to take back.
  const { onOpenChange } = props;
  const answered = first.kind === "offered" && now !== view;
  useEffect(() => {
    if (answered) onOpenChange(false);
  }, [answered, onOpenChange]);
  switch (view.kind) {
    case "unclaimed":
      return <AskDialog {...props} />;
    case "mine":
      return <OfferDialog {...props} />;
    case "offered":
      return <OfferedDialog {...props} view={view} />;
    case "offered_to_me":
      return <AnswerOfferDialog {...props} fromId={view.fromId} stands={now === view} />;
    case "theirs":
      return <TakeCommandDialog {...props} view={view} />;
    case "over":
      return null;
  }
}
