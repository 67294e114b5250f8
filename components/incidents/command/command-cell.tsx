"use client";

import { useDirectory } from "@/components/api/directory";
import { PersonChip } from "@/components/incident-parts/person-chip";
import { Button } from "@/components/ui/button";
import { Fact } from "@/components/ui/facts";
import { formatTime } from "@/lib/kernel/clock-times";
import { formatDuration } from "@/lib/kernel/durations";
import type { IncidentView } from "../incident-view";
import { AcknowledgeButton } from "./acknowledge-button";
import { offerIn, offerWords, type CommandView } from "./command-view.rules";
import { useCommandView } from "./use-command-view";
import { WithdrawButton } from "./withdraw-button";

interface CommandCellProps {
  room: IncidentView;
  /** Opens the hand-over dialog: offering, answering, asking or taking, whatever it is now. */
  onHandOver: () => void;
}

/** Who has command, since when, and what this person can do about it. The old commander stays until it is accepted. */
export function CommandCell({ room, onHandOver }: CommandCellProps) {
  const { state, me, names } = room;
  const { personName } = useDirectory();
  const view = useCommandView(room);
  const commander = state.commanderId;
  return (
    <Fact label={labelOf(view, room)}>
      <PersonChip
        name={commander && names.person(commander)}
        fullName={personName(commander)}
        commander={commander !== null && view.kind !== "unclaimed"}
        you={commander === me.id}
      />
      <CommandAction room={room} view={view} onHandOver={onHandOver} />
    </Fact>
  );
}

/** The one button that fits: acknowledge, hand over, take back, answer or take. */
export function CommandAction({
  room,
  view,
  onHandOver,
}: CommandCellProps & { view: CommandView & { now: number } }) {
  switch (view.kind) {
    case "unclaimed":
      return (
        <>
          {view.mayAcknowledge && <AcknowledgeButton room={room} />}
          {view.mayAsk && (
            <Button variant="quiet" kbd="H" onClick={onHandOver}>
              Ask…
            </Button>
          )}
        </>
      );
    case "mine":
      return (
        <Button icon="swap" kbd="H" onClick={onHandOver}>
          Hand over
        </Button>
      );
    case "offered":
      return <WithdrawButton room={room} />;
    case "offered_to_me":
      return (
        <Button variant="primary" icon="swap" kbd="H" onClick={onHandOver}>
          Answer…
        </Button>
      );
    case "theirs":
      return view.mayTake ? (
        <Button variant={view.offer ? "secondary" : "quiet"} kbd="H" onClick={onHandOver}>
          Take…
        </Button>
      ) : null;
    case "over":
      return null;
  }
}

function labelOf(view: CommandView & { now: number }, { state, names, timeZone }: IncidentView): string {
  switch (view.kind) {
    case "unclaimed": {
      const waited = formatDuration(view.now - Date.parse(state.declaredAt));
      return view.askedId ? `Asked to command, for ${waited}` : `Nobody has command, for ${waited}`;
    }
    case "offered_to_me":
      return `Offered to you, ${offerWords(view.at, view.now)}`;
    case "over":
      return "Had command";
    default: {
      const offer = offerIn(view);
      if (offer) return `Offered to ${names.person(offer.toId)}, ${offerWords(offer.at, view.now)}`;
      return state.commandSince
        ? `Has command, since ${formatTime(Date.parse(state.commandSince), timeZone)}`
        : "Has command";
    }
  }
}
