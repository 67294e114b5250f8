"use client";

import { useDirectory } from "@/components/api/directory";
import { CommandCell } from "@/components/incidents/command/command-cell";
import { factsOf } from "@/components/incidents/incident-view";
import { DrillTag } from "@/components/incident-parts/drill-tag";
import { Elapsed } from "@/components/incident-parts/elapsed";
import { SeverityBadge } from "@/components/incident-parts/severity-badge";
import { StatusWord } from "@/components/incident-parts/status-track";
import { useServerNow } from "@/components/clock/use-server-now";
import { LiveDot, type LiveState } from "@/components/shell/live-dot";
import { SearchButton } from "@/components/shell/search-button";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Fact, Facts } from "@/components/ui/facts";
import type { MenuItem } from "@/components/ui/menu-items";
import { can } from "@/lib/auth/policy.rules";
import { isOpen } from "@/lib/incidents/status.rules";
import { formatTimeWithZone } from "@/lib/kernel/clock-times";
import { formatDuration } from "@/lib/kernel/durations";
import type { RoomDialog } from "./room-dialogs";
import type { RoomView } from "./use-room-view";

interface RoomHeaderProps {
  room: RoomView;
  live: LiveState;
  menu: MenuItem[];
  open: (dialog: RoomDialog) => void;
  /** Between the phone and three columns the timeline is behind a button. */
  onTimeline: () => void;
}

/** The title line and the facts of an incident: severity, status, elapsed, where, who has command. */
export function RoomHeader({ room, live, menu, open, onTimeline }: RoomHeaderProps) {
  const { state } = room;
  return (
    <header className="bg-canvas flex-none print:hidden">
      <div className="phone:hidden flex h-11 items-center gap-2.5 px-4">
        <Badges room={room} open={open} />
        <h1 className="min-w-0 truncate text-xl/6 tracking-[-.012em]">{titleOf(room)}</h1>
        <div className="ml-auto flex flex-none items-center gap-3">
          <LiveDot state={live} />
          <Button className="sm:inline-flex lg:hidden" onClick={onTimeline}>
            Timeline {state.seq}
          </Button>
          <CallLink room={room} />
          <SearchButton />
          <DropdownMenu
            trigger={<IconButton icon="dots" label="More actions" variant="quiet" />}
            items={menu}
          />
        </div>
      </div>
      <div className="phone:hidden">
        <RoomFacts room={room} open={open} />
      </div>
      <PhoneHead room={room} live={live} menu={menu} open={open} />
    </header>
  );
}

function RoomFacts({ room, open }: Pick<RoomHeaderProps, "room" | "open">) {
  const { state } = room;
  const directory = useDirectory();
  const services = state.serviceIds.map((id) => directory.service(id)?.name ?? "a service").join(", ");
  const since = Date.parse(state.startedAt ?? state.declaredAt);
  return (
    <Facts>
      <Fact label={<StatusSince since={Date.parse(state.statusSince)} />}>
        <StatusWord status={state.status} />
        {room.mayAct && isOpen(state.status) && (
          <Button size="sm" kbd="M" className="ml-0.5" onClick={() => open("move")}>
            Move…
          </Button>
        )}
      </Fact>
      <Fact
        label={`Elapsed, since ${state.startedAt ? "" : "declared "}${formatTimeWithZone(since, room.timeZone)}`}
      >
        <Elapsed since={since} until={endOf(room)} className="text-[15px]/5 tabular-nums" />
      </Fact>
      <Fact label="Where" grow>
        {directory.environment(state.environmentId)?.name ?? ""}
        <span className="text-ink-2 min-w-0 truncate font-normal">{services}</span>
      </Fact>
      <CommandCell room={room} onHandOver={() => open("command")} />
    </Facts>
  );
}

function PhoneHead({ room, live, menu, open }: Omit<RoomHeaderProps, "onTimeline">) {
  const { state } = room;
  const since = Date.parse(state.startedAt ?? state.declaredAt);
  return (
    <div className="px-3 pt-2 pb-2 sm:hidden">
      <div className="flex items-center gap-2">
        <ButtonLink
          href="/incidents"
          variant="quiet"
          icon="chevron-left"
          aria-label="All incidents"
          className="-ml-2 size-11 p-0"
        />
        <Badges room={room} open={open} />
        <div className="ml-auto flex items-center gap-1">
          <LiveDot state={live} />
          <CallLink room={room} className="size-11 p-0" />
          <DropdownMenu
            trigger={<IconButton icon="dots" label="More actions" variant="quiet" />}
            items={menu}
          />
        </div>
      </div>
      <h1 className="mt-0.5 line-clamp-2 text-lg/5.5 tracking-[-.012em] break-words">{titleOf(room)}</h1>
      <div className="mt-1 flex items-center gap-2">
        <button
          type="button"
          className="-my-1.5 flex min-h-11 items-center gap-2"
          onClick={() => open("move")}
          disabled={!room.mayAct || !isOpen(state.status)}
        >
          <StatusWord status={state.status} />
        </button>
        <Elapsed since={since} until={endOf(room)} className="text-ink-2 tabular-nums" />
        <button
          type="button"
          className="text-ink-2 -my-1.5 ml-auto min-h-11 min-w-0 truncate text-right"
          onClick={() => open("command")}
          disabled={!room.mayAct || !isOpen(state.status)}
        >
          {commanderWords(room)}
        </button>
      </div>
    </div>
  );
}

/** The way into the incident's call, where it has one. */
function CallLink({ room, className }: { room: RoomView; className?: string }) {
  const href = room.state.callLink?.value;
  if (!href) return null;
  return (
    <ButtonLink
      href={href}
      target="_blank"
      rel="noreferrer"
      icon="phone"
      title="Join the call"
      aria-label="Join the call"
      variant={className ? "quiet" : "secondary"}
      className={className}
    >
      <span className="max-lg:hidden">Join the call</span>
    </ButtonLink>
  );
}

function Badges({ room: { state, me }, open }: Pick<RoomHeaderProps, "room" | "open">) {
  const mayChange = isOpen(state.status) && can(me, "incident.edit", factsOf(state));
  return (
    <>
      {mayChange ? (
        <button
          type="button"
          title="Change severity"
          aria-label={`SEV${state.severity}, change severity`}
          className="phone:min-h-11 inline-flex min-h-6 flex-none items-center rounded-xs hover:opacity-85"
          onClick={() => open("severity")}
        >
          <SeverityBadge severity={state.severity} />
        </button>
      ) : (
        <SeverityBadge severity={state.severity} />
      )}
      {state.kind === "drill" && <DrillTag />}
      <span className="text-ink-2 whitespace-nowrap tabular-nums">{state.key}</span>
    </>
  );
}

function StatusSince({ since }: { since: number }) {
  const now = useServerNow({ step: 10_000 });
  return <>Status, for {formatDuration(Math.max(0, now - since))}</>;
}

function commanderWords({ state, me, names }: RoomView): string {
  const { commanderId } = state;
  const open = isOpen(state.status);
  if (commanderId === null) return open ? "Nobody commands" : "Nobody commanded";
  // The notice below says for what.
  if (state.status === "declared")
    return commanderId === me.id ? "You are asked" : `${names.person(commanderId)} is asked`;
  if (commanderId === me.id) return open ? "You command" : "You had command";
  return `${names.person(commanderId)} ${open ? "commands" : "had command"}`;
}

function titleOf({ state }: RoomView): string {
  return state.title.value ?? "[redacted]";
}

function endOf({ state }: RoomView): number | null {
  const at = state.resolvedAt ?? state.cancelledAt;
  return at ? Date.parse(at) : null;
}
