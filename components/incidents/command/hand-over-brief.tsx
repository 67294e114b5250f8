"use client";

import type { ReactNode } from "react";
import { clockTitle } from "@/components/clock/clock.rules";
import { useServerNow } from "@/components/clock/use-server-now";
import { StatusWord } from "@/components/incident-parts/status-track";
import { StepIcon } from "@/components/ui/step-icon";
import { needlessOf } from "@/lib/checklists/needless.rules";
import { formatTime } from "@/lib/kernel/clock-times";
import { formatAgo } from "@/lib/kernel/durations";
import { briefOf, type Brief } from "@/lib/room/brief.rules";
import { clockSlotOf } from "../clock-slot";
import type { IncidentView } from "../incident-view";
import { ROLE_WORDS } from "../people/role-words";

/** What the next commander must know, made from the state of now. */
export function HandOverBrief({ room }: { room: IncidentView }) {
  const now = useServerNow({ step: 10_000 });
  const { state, names, timeZone, pinned } = room;
  const needless = state.checklists.flatMap((list) => [
    ...needlessOf(
      pinned.section(list),
      list.items.filter(({ left }) => !left),
    ),
  ]);
  const brief = briefOf(state, new Set(needless));
  const slot = clockSlotOf(state.cadence);
  return (
    <dl className="border-line bg-sunken grid gap-x-3 gap-y-2.5 rounded-md border px-3 py-2.5 sm:grid-cols-[104px_minmax(0,1fr)]">
      <Row label="Status">
        <StatusWord status={brief.status} />
        <span className="meta"> {formatAgo(Date.parse(brief.statusSince), now)}</span>
      </Row>
      <Row label="Next update">
        {slot ? clockTitle(slot, now, formatTime(slot.dueAt, timeZone)) : "No clock runs"}
      </Row>
      {brief.lastSaid && (
        <Row label={`Update ${brief.lastSaid.number}`}>
          <span className="break-words">{brief.lastSaid.current ?? "[redacted]"}</span>
          {brief.lastSaid.blockers && <p className="text-ink-2">Blocked: {brief.lastSaid.blockers}</p>}
        </Row>
      )}
      <Row label="Steps">
        <Steps brief={brief} room={room} now={now} />
      </Row>
      <Row label="Blocks “resolved”">
        {brief.missing.length === 0 ? (
          "Nothing is missing"
        ) : (
          <ul className="list-disc pl-4">
            {brief.missing.map((row) => (
              <li key={row.id}>{row.text ?? "[redacted]"}</li>
            ))}
          </ul>
        )}
      </Row>
      <Row label="Taking part">
        {brief.people.map((seat) => `${names.person(seat.personId)} (${ROLE_WORDS[seat.role]})`).join(", ") ||
          "Nobody else"}
      </Row>
      {brief.callLink && (
        <Row label="Call">
          <a className="link break-all" href={brief.callLink} target="_blank" rel="noreferrer">
            {brief.callLink}
          </a>
        </Row>
      )}
    </dl>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="meta sm:pt-px">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Steps({ brief, room, now }: { brief: Brief; room: IncidentView; now: number }) {
  const { open, total } = brief.todo;
  const left = total === 0 ? "No checklist is being walked" : `${open} of ${total} not begun`;
  return (
    <>
      <ul className="grid gap-1">
        {brief.steps.map((step) => (
          <li key={step.itemId} className="flex items-start gap-2">
            <StepIcon state={step.state} className="mt-px" />
            <span className="min-w-0 break-words">
              {room.names.step(step.itemId)}
              <span className="meta">
                {" "}
                {[
                  step.personId && room.names.person(step.personId),
                  step.reason,
                  step.since && formatAgo(Date.parse(step.since), now),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className={brief.steps.length > 0 ? "meta mt-1" : undefined}>{left}</p>
    </>
  );
}
