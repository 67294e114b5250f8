"use client";

import type { Entry } from "@/lib/timeline/events";
import { AnswerOfferDialog } from "../command/answer-offer-dialog";
import { AskDialog } from "../command/ask-dialog";
import { OfferDialog } from "../command/offer-dialog";
import { OfferedDialog } from "../command/offered-dialog";
import { TakeCommandDialog } from "../command/take-command-dialog";
import { useCommandView } from "../command/use-command-view";
import type { IncidentDialogProps } from "../incident-view";

/** `H`: whatever this person can do about command now. */
export function HandOverDialog(props: IncidentDialogProps & { room: { entries?: readonly Entry[] } }) {
  const view = useCommandView(props.room);
  if (!props.open) return null;
  switch (view.kind) {
    case "unclaimed":
      return <AskDialog {...props} />;
    case "mine":
      return <OfferDialog {...props} />;
    case "offered":
      return <OfferedDialog {...props} view={view} />;
    case "offered_to_me":
      return <AnswerOfferDialog {...props} fromId={view.fromId} />;
    case "theirs":
      return <TakeCommandDialog {...props} view={view} />;
    case "over":
      return null;
  }
}
