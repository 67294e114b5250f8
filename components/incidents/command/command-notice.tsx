"use client";

import { Banner } from "@/components/ui/banner";
import type { IncidentView } from "../incident-view";
import { CommandAction } from "./command-cell";
import { offerIn, offerWords } from "./command-view.rules";
import { useCommandView } from "./use-command-view";

interface CommandNoticeProps {
  room: IncidentView;
  onHandOver: () => void;
}

/**
 * What about command waits for somebody: nobody has it, or an offer stands. Says the same as the cell, with room for
 * words and thumbs; nothing while command is settled.
 */
export function CommandNotice({ room, onHandOver }: CommandNoticeProps) {
  const { names } = room;
  const view = useCommandView(room);
  const action = (
    <span className="flex flex-wrap gap-1.5">
      <CommandAction room={room} view={view} onHandOver={onHandOver} />
    </span>
  );
  switch (view.kind) {
    case "unclaimed":
      return (
        <Banner tone="warn" title={askedWords(view.askedId, room)} action={action}>
          The first to say so has it.
        </Banner>
      );
    case "offered":
    case "theirs": {
      const offer = offerIn(view);
      if (!offer) return null;
      return (
        <Banner
          icon="swap"
          title={`Offered to ${names.person(offer.toId)}, ${offerWords(offer.at, view.now)}`}
          action={action}
        >
          {view.kind === "offered"
            ? `You have command until ${names.person(offer.toId)} accepts. The clock runs on.`
            : view.whyNot}
        </Banner>
      );
    }
    case "offered_to_me":
      return (
        <Banner
          tone="warn"
          icon="swap"
          title={`${names.person(view.fromId)} offers you command, ${offerWords(view.at, view.now)}`}
          action={action}
        />
      );
    default:
      return null;
  }
}

function askedWords(askedId: string | null, { names, me }: IncidentView): string {
  if (!askedId) return "Nobody has command.";
  return askedId === me.id ? "You are asked to command." : `${names.person(askedId)} is asked to command.`;
}
