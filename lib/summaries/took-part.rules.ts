import type { Names } from "@/lib/timeline/describe";
import type { Entry } from "@/lib/timeline/events";
import type { IncidentState } from "@/lib/timeline/fold";
import type { Derived } from "./schemas";

/** Who took part, and who had command when: these come first, in turn. */
export function participantsOf(
  entries: readonly Entry[],
  { participants, commanderId }: IncidentState,
): Derived["participants"] {
  const turns = entries.flatMap((entry) =>
    entry.kind === "command.acknowledged" ||
    entry.kind === "command.accepted" ||
    entry.kind === "command.taken"
      ? [{ personId: entry.data.to, from: entry.at, seq: entry.seq }]
      : [],
  );
  const commands = turns.map((turn, index) => ({ ...turn, to: turns[index + 1]?.from ?? null }));
  return participants
    .map(({ personId, role }) => ({
      ...{ personId, role: personId === commanderId ? "commander" : role },
      commanded: commands
        .filter((turn) => turn.personId === personId)
        .map(({ from, to, seq }) => ({ from, to, seq })),
    }))
    .toSorted((a, b) => firstTurn(a) - firstTurn(b) || a.personId.localeCompare(b.personId));
}

/** As what somebody took part: `commander 10:28 to 10:37, then responder`. */
export function tookPartAs(
  { role, commanded = [] }: Derived["participants"][number],
  { keyTimes: { declaredAt } }: Derived,
  names: Names,
): string {
  const words = role.replace("_", " ");
  const turns = commanded.map(({ from, to }) => {
    const since = names.time(from, declaredAt);
    return to === null ? `from ${since}` : `${since} to ${names.time(to, from)}`;
  });
  if (turns.length === 0) return words;
  return [`commander ${turns.join(" and ")}`, ...(role === "commander" ? [] : [`then ${words}`])].join(", ");
}

function firstTurn({ commanded }: Derived["participants"][number]): number {
  return commanded?.[0]?.seq ?? Number.MAX_SAFE_INTEGER;
}
