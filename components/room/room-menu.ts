import type { MenuItem } from "@/components/ui/menu-items";
import { factsOf } from "@/components/incidents/incident-view";
import { can, type Action } from "@/lib/auth/policy.rules";
import { decideWalk } from "@/lib/incidents/status.rules";
import type { RoomDialog } from "./room-dialogs";
import type { RoomView } from "./use-room-view";

/** What can be done about the incident as a whole, by this person, now. */
export function roomMenu(
  { state, me }: Pick<RoomView, "state" | "me">,
  open: (dialog: RoomDialog) => void,
): MenuItem[] {
  const may = (action: Action) => can(me, action, factsOf(state));
  const running = ["declared", "investigating", "mitigating", "monitoring"].includes(state.status);
  const ended = state.status === "resolved" || state.status === "closed" || state.status === "cancelled";
  const items: (MenuItem | false)[] = [
    may("incident.edit") && {
      label: "Change facts…",
      words: "edit title environment services start detected call link visibility members",
      icon: "pencil",
      onSelect: () => open("edit"),
    },
    running &&
      may("incident.edit") && {
        label: "Change severity…",
        words: "sev priority raise lower sev1 sev2 sev3 sev4",
        icon: "incident",
        onSelect: () => open("severity"),
      },
    // The button beside the clock has no room on a phone.
    state.cadence.open?.snoozeUsed === false &&
      may("update.snooze") && {
        label: "Snooze the update…",
        words: "later postpone",
        icon: "clock",
        onSelect: () => open("snooze"),
      },
    decideWalk(state.status).ok &&
      may("checklist.start") && {
        label: "Add a checklist…",
        words: "start runbook section steps",
        icon: "list",
        onSelect: () => open("checklist"),
      },
    may("incident.webhook") && {
      label: "Webhooks of this incident…",
      icon: "link",
      onSelect: () => open("webhooks"),
    },
    may("timeline.verify") && {
      label: "Verify the timeline…",
      words: "altered hash signed audit",
      icon: "shield",
      onSelect: () => open("verify"),
    },
    { separator: true },
    state.summary !== null && {
      label: "Post-incident summary",
      words: "review postmortem sign off root cause",
      icon: "review",
      href: `/reviews/${state.key}`,
    },
    running &&
      may("incident.resolve") && {
        label: "Resolve…",
        words: "resolved end fixed done final update",
        icon: "check",
        onSelect: () => open("resolve"),
      },
    running &&
      may("incident.cancel") && {
        label: "Cancel or merge…",
        words: "false alarm merge duplicate",
        icon: "cross",
        danger: true,
        onSelect: () => open("cancel"),
      },
    state.status === "resolved" &&
      may("incident.close") && { label: "Close…", icon: "lock", onSelect: () => open("close") },
    ended &&
      may("incident.reopen") && {
        label: "Reopen…",
        words: "open again",
        icon: "undo",
        onSelect: () => open("reopen"),
      },
  ];
  return withoutLooseSeparators(items.filter((item) => item !== false));
}

function withoutLooseSeparators(items: MenuItem[]): MenuItem[] {
  return items.filter(
    (item, index) =>
      !("separator" in item) ||
      (index > 0 && index < items.length - 1 && !("separator" in (items[index + 1] ?? item))),
  );
}
