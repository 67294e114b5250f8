"use client";

import type { ReactNode } from "react";
import { useDirectory } from "@/components/api/directory";
import { factsOf } from "@/components/incidents/incident-view";
import type { RoomView } from "@/components/room/use-room-view";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/sheet";
import { useWebhooks } from "@/components/webhooks/use-webhooks";
import { can } from "@/lib/auth/policy.rules";
import type { DeliveryDto } from "@/lib/updates/dto";
import type { WebhookDto, WebhooksDto } from "@/lib/webhooks/dto";
import type { SlackFacts } from "@/lib/outbox/channels/slack-text.rules";
import { GoesTo } from "./goes-to";
import { LeftOut } from "./left-out";
import { nextDueAt, nextRule } from "./next-update.rules";
import { Preview } from "./preview";
import { useDeliveries } from "./use-deliveries";
import type { Composer } from "./use-composer";

interface Side {
  room: RoomView;
  composer: Composer;
  facts: SlackFacts;
  webhooks: readonly WebhookDto[];
  deliveries: readonly DeliveryDto[];
}

interface SideInput {
  room: RoomView;
  composer: Composer;
  /** What the page was rendered with. */
  webhooks: WebhooksDto;
  link: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** What stands beside the form, read once for both places where it is shown. */
export function useSide(input: SideInput): Side {
  const { room, composer, link, now } = input;
  const { state } = room;
  const directory = useDirectory();
  const { webhooks = [] } = useWebhooks({ key: state.key }, input.webhooks);
  const deliveries = useDeliveries(state);
  const { key, kind, severity, title, commanderId } = state;
  const facts = {
    ...{ key, kind, severity, link, title: title.value ?? "[redacted]" },
    commander: commanderId && directory.personName(commanderId),
    nextDueAt: nextDueAt(composer.choice, nextRule(state.cadence), now),
  };
  return { room, composer, facts, webhooks, deliveries };
}

/** What they will read, what is left out, and where it goes. */
export function ComposerSide(side: Side & { onWebhooks: () => void }) {
  const { room, composer, facts, webhooks, deliveries, onWebhooks } = side;
  const { state, me } = room;
  const { work, leftOut, draft, add } = composer;
  return (
    <>
      <Preview number={work.number} status={state.status} body={work.body} facts={facts} />
      <LeftOut items={leftOut} total={draft.items.length} incidentKey={state.key} onAdd={add} />
      <GoesTo
        webhooks={webhooks}
        deliveries={deliveries}
        onWebhooks={can(me, "incident.webhook", factsOf(state)) ? onWebhooks : undefined}
      />
    </>
  );
}

interface SideSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/** The same where the window is too narrow for a column: behind a line that opens it. */
export function SideSheet({ open, onOpenChange, children }: SideSheetProps) {
  return (
    <div className="px-3 pb-4 sm:px-5 md:hidden">
      <button
        type="button"
        className="flex min-h-11 w-full items-center gap-2.5 text-base"
        onClick={() => onOpenChange(true)}
      >
        <Icon name="eye" />
        What they will read, and what is left out
        <Icon name="chevron-right" className="ml-auto" />
      </button>
      <Sheet open={open} onOpenChange={onOpenChange} title="What they will read">
        {children}
      </Sheet>
    </div>
  );
}
