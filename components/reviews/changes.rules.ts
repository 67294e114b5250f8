import { formatExact } from "@/lib/kernel/clock-times";
import { bare } from "@/lib/kernel/sentences";
import { KIND_WORDS } from "./words";
import { KEY_TIMES } from "@/lib/summaries/key-times.rules";
import type { Names } from "@/lib/timeline/describe";
import type { SummaryBody } from "@/lib/summaries/schemas";

/** Follow-ups as lines, so that two versions can be compared word by word. */
export function followUpLines({ followUps }: SummaryBody, names: Names): string {
  return followUps
    .map(({ number, title, kind, ownerId, dueOn }) => {
      const owner = ownerId ? names.person(ownerId) : "no owner";
      return `${number}. ${title}; ${KIND_WORDS[kind]}; ${owner}; ${dueOn ?? "no date"}`;
    })
    .join("\n");
}

/** What the timeline says, as lines: key times, severity, updates, open steps, exit criteria. @param timeZone an IANA name */
export function factLines({ derived }: SummaryBody, timeZone: string): string {
  const { keyTimes, updates, criteria } = derived;
  const times = KEY_TIMES.map(([words, name]) => {
    const at = keyTimes[name];
    return `${words}: ${at ? formatExact(Date.parse(at), timeZone) : "not recorded"}`;
  });
  return [
    ...times,
    `Severity: SEV${derived.severity}`,
    `Updates: ${updates.length}`,
    ...(derived.open ? [`Steps left open: ${derived.open.length}`] : []),
    ...criteria.map(({ text, state }) => `${bare(text)}: ${state}`),
  ].join("\n");
}
