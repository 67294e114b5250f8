"use client";

import { useState } from "react";
import { useDirectory } from "@/components/api/directory";
import { messageOf } from "@/components/api/fetch";
import { useServerNow } from "@/components/clock/use-server-now";
import { PersonChip } from "@/components/incident-parts/person-chip";
import { useLastActive } from "@/components/live/last-active";
import { useWaits } from "@/components/live/use-away";
import { useNotLiveSince } from "@/components/offline/use-not-live-since";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { later } from "@/components/ui/later";
import { PanelHead } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import { formatDuration } from "@/lib/kernel/durations";
import type { IncidentRole } from "@/lib/timeline/events/common";
import type { IncidentView } from "../incident-view";
import { peopleOf, type Present } from "./people.rules";
import { ROLE_WORDS, SHORT_ROLE_WORDS } from "./role-words";
import { usePeopleWrites } from "./use-people-writes";

const AddPersonDialog = later(() => import("./add-person-dialog").then((m) => m.AddPersonDialog));
const ContactsDialog = later(() => import("./contacts-dialog").then((m) => m.ContactsDialog));

/** Who takes part, as what, and who is here; roles are given from each one's menu. */
export function PeopleList({ room }: { room: IncidentView }) {
  const { state, me } = room;
  const lastActive = useLastActive();
  const now = useServerNow({ step: 10_000 });
  const [dialog, setDialog] = useState<"add" | "contacts" | null>(null);
  const writes = usePeopleWrites(room);
  const isLive = useNotLiveSince() === null;
  const people = peopleOf(state, { presence: isLive ? lastActive : null, me: me.id, now });
  const here = people.filter((person) => person.here).length;
  const takesPart = people.some(({ personId }) => personId === me.id);
  const joins = !takesPart && writes.mayJoin;
  const waits = useWaits();
  return (
    <section aria-label="People" className="pb-2">
      <PanelHead title="People" count={isLive ? `${here} of ${people.length} here` : `${people.length}`}>
        {joins && (
          <Button
            size="sm"
            busy={writes.join.isPending}
            notYet={waits}
            onClick={() => writes.join.mutate(undefined, { onError })}
          >
            Join
          </Button>
        )}
        {writes.mayGiveRoles && (
          <IconButton
            size="sm"
            icon="plus"
            label="Add somebody to the incident"
            onClick={() => setDialog("add")}
          />
        )}
        <Button size="sm" variant="quiet" icon="phone" onClick={() => setDialog("contacts")}>
          {/* Beside "Join", and between the phone and three columns, the panel has no room for the word. */}
          <span className={joins ? "sm:sr-only" : "sm:max-lg:sr-only"}>Contacts</span>
        </Button>
      </PanelHead>
      <ul className="phone:grid-cols-1 grid grid-cols-2 gap-x-2 gap-y-1 px-4">
        {people.map((person) => (
          <li key={person.personId} className="min-w-0">
            <PersonLine person={person} room={room} writes={writes} />
          </li>
        ))}
      </ul>
      {people.every(({ personId }) => personId === me.id) && (
        <p className="meta px-4">
          {takesPart ? "Nobody else takes part." : "Nobody takes part."} The first tick joins.
        </p>
      )}
      {dialog === "add" && (
        <AddPersonDialog room={room} open onOpenChange={(open) => !open && setDialog(null)} />
      )}
      {dialog === "contacts" && (
        <ContactsDialog room={room} open onOpenChange={(open) => !open && setDialog(null)} />
      )}
    </section>
  );
}

interface PersonLineProps {
  person: Present;
  room: IncidentView;
  writes: ReturnType<typeof usePeopleWrites>;
}

/** One person; for those who may change something about them, it opens the menu. */
function PersonLine({ person, room, writes }: PersonLineProps) {
  const { personId, role } = person;
  const name = room.names.person(personId);
  // Who has command, or is asked to take it, has no other seat meanwhile.
  if (person.command) return <Chip person={person} room={room} />;
  const isMe = personId === room.me.id;
  if (!isMe && !writes.mayGiveRoles) return <Chip person={person} room={room} />;
  const ask = {
    isMe,
    mayGiveRoles: writes.mayGiveRoles,
    give: (to: IncidentRole) => writes.give.mutate({ personId, role: to }, { onError }),
    remove: () => writes.remove.mutate(personId, { onError }),
    leave: () => writes.leave.mutate(undefined, { onError }),
  };
  return (
    <DropdownMenu
      align="start"
      items={async () => (await import("./person-menu")).personMenu(person, room.state, room.names, ask)}
      trigger={
        <button
          type="button"
          title={`${name}, ${ROLE_WORDS[role]}`}
          className="hover:bg-hover phone:min-h-11 -mx-1.5 flex max-w-[calc(100%+12px)] min-w-0 rounded-sm px-1.5 py-0.5 text-left"
        >
          <Chip person={person} room={room} />
        </button>
      }
    />
  );
}

function Chip({ person, room }: Pick<PersonLineProps, "person" | "room">) {
  const { personName } = useDirectory();
  const { role, personId, command } = person;
  const seat = command ? COMMAND_WORDS[command] : SHORT_ROLE_WORDS[role];
  const away = command === "had" ? undefined : awayWords(person);
  return (
    <PersonChip
      name={room.names.person(personId)}
      fullName={personName(personId)}
      role={seat}
      away={away && (role === "responder" && !command ? away : `${seat}, ${away}`)}
      commander={command === "commands" || command === "had"}
      you={personId === room.me.id}
      className="max-w-full py-0.5"
    />
  );
}

const COMMAND_WORDS = { asked: "asked to command", commands: "commands", had: "had command" } as const;

function awayWords({ here, awayMs, command }: Present): string | undefined {
  if (here !== false) return undefined;
  return awayMs === null || command ? "not here" : `away ${formatDuration(awayMs)}`;
}

function onError(error: unknown) {
  toast.failed(messageOf(error));
}
