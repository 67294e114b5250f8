"use client";

import { useRouter } from "next/navigation";
import { useDirectory } from "@/components/api/directory";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { useServerNow } from "@/components/clock/use-server-now";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PanelHead } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import { formatAgo } from "@/lib/kernel/durations";
import { briefly, type Waiting } from "./day.rules";

/** Offers of command, requests to command, and incidents that nobody commands. */
export function WaitingForMe({ waiting }: { waiting: readonly Waiting[] }) {
  if (waiting.length === 0) return null;
  return (
    <section aria-label="Waiting for my answer">
      <PanelHead title="Waiting for my answer" count={waiting.length} />
      <ul>
        {waiting.map((one) => (
          <WaitingRow key={one.row.id} waiting={one} />
        ))}
      </ul>
    </section>
  );
}

function WaitingRow({ waiting }: { waiting: Waiting }) {
  const { row, kind, at } = waiting;
  const { personName } = useDirectory();
  const now = useServerNow({ step: 10_000 });
  const offered = kind === "offered";
  return (
    <li className="border-line flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-1 border-t px-4 py-1 first:border-t-0">
      <Icon name={offered ? "swap" : "bell"} />
      <span className="phone:basis-4/5 min-w-0 flex-1 sm:truncate">
        <span className="font-medium">{titleOf(waiting, personName)}</span>
        <span className="meta"> {offered ? briefly(row, now) : `${briefly(row, now)}: ${row.title}`}</span>
      </span>
      <span className="meta phone:hidden whitespace-nowrap tabular-nums">
        {`${offered ? "offered" : "declared"} ${formatAgo(at, now)}`}
      </span>
      <span className="phone:w-full phone:*:flex-1 phone:pb-1 flex flex-none gap-1.5">
        {offered ? <OfferActions incidentKey={row.key} /> : <AskedActions incidentKey={row.key} />}
      </span>
    </li>
  );
}

function titleOf(waiting: Waiting, personName: (id: string) => string): string {
  const { key } = waiting.row;
  switch (waiting.kind) {
    case "offered":
      return `${personName(waiting.byId)} offers you command of ${key}`;
    case "asked":
      return `You are asked to command ${key}`;
    case "unclaimed":
      return `Nobody has command of ${key}`;
  }
}

function OfferActions({ incidentKey }: { incidentKey: string }) {
  const decline = useWrite<Written>(() => ({
    method: "PUT",
    path: `/incidents/${incidentKey}/command-offer/answer`,
    body: { answer: "declined" },
  }));
  return (
    <>
      <Button
        size="sm"
        busy={decline.isPending}
        onClick={() => decline.mutate(undefined, { onError: (error) => toast.failed(messageOf(error)) })}
      >
        Decline
      </Button>
      <ButtonLink size="sm" variant="primary" href={`/incidents/${incidentKey}?answer=command`}>
        Read the brief
      </ButtonLink>
    </>
  );
}

function AskedActions({ incidentKey }: { incidentKey: string }) {
  const router = useRouter();
  const acknowledge = useWrite<Written>(
    () => ({ method: "PUT", path: `/incidents/${incidentKey}/acknowledgement` }),
    // Whoever has just taken command stands in the room.
    { onSuccess: () => router.push(`/incidents/${incidentKey}`) },
  );
  return (
    <>
      <ButtonLink size="sm" href={`/incidents/${incidentKey}`}>
        Open
      </ButtonLink>
      <Button
        size="sm"
        variant="primary"
        busy={acknowledge.isPending}
        onClick={() => acknowledge.mutate(undefined, { onError: (error) => toast.failed(messageOf(error)) })}
      >
        I have command
      </Button>
    </>
  );
}
