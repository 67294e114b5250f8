import { Icon } from "@/components/ui/icon";
import { What, Who } from "@/components/ui/timeline-entry";
import { formatDay, formatExact, formatTime, isSameDay } from "@/lib/kernel/clock-times";
import { describe, type Names } from "@/lib/timeline/describe";
import { REDACTED } from "@/lib/kernel/redacted";
import { saidIn } from "@/lib/summaries/story.rules";
import type { Entry } from "@/lib/timeline/events";
import { EntryCite } from "./prose";
import { Section } from "./section";
import type { SummaryView } from "./use-summary";

/** What happened, told by the timeline: each line leads to its entry; what updates said is shortened. */
export function Story({ view }: { view: SummaryView }) {
  const { summary, entries, names, timeZone } = view;
  const told = summary.body.derived.story.flatMap((seq) => entries.get(seq) ?? []);
  return (
    <Section id="story" title="What happened" note={`${told.length} entries, from the timeline`}>
      {told.length === 0 && <p className="text-ink-3">Nothing is on the timeline.</p>}
      <ol>
        {told.map((entry, index) => (
          <StoryLine
            key={entry.seq}
            entry={entry}
            names={names}
            timeZone={timeZone}
            newDay={
              !isSameDay(momentOf(entry), momentOf(told[index - 1] ?? told[0] ?? entry), timeZone) ||
              index === 0
            }
            incidentKey={summary.incidentKey}
          />
        ))}
      </ol>
    </Section>
  );
}

interface StoryLineProps {
  entry: Entry;
  names: Names;
  timeZone: string;
  newDay: boolean;
  incidentKey: string;
}

function StoryLine({ entry, names, timeZone, newDay, incidentKey }: StoryLineProps) {
  const { who, parts, quote, icon } = describe(entry, names);
  const at = momentOf(entry);
  return (
    <>
      {newDay && <li className="meta pt-1 font-medium">{formatDay(at, timeZone)}</li>}
      <li className="text-ink-2 grid break-inside-avoid grid-cols-[40px_18px_minmax(0,1fr)] gap-x-1.5 py-0.75 text-sm">
        <time
          dateTime={new Date(at).toISOString()}
          title={formatExact(at, timeZone)}
          className="text-ink-3 text-xs/4.5 tabular-nums"
        >
          {formatTime(at, timeZone)}
        </time>
        <span className="text-ink-3 grid h-4.5 place-items-center">
          <Icon name={icon} size="sm" />
        </span>
        <span className="min-w-0 break-words">
          {who && (
            <>
              <Who>{who}</Who>{" "}
            </>
          )}
          {parts.map((part, index) => ("text" in part ? part.text : <What key={index}>{part.object}</What>))}{" "}
          <EntryCite incidentKey={incidentKey} seq={entry.seq} />
          {quote !== undefined && (
            <span className="border-card mt-0.75 block border-l-2 pl-2 whitespace-pre-line">
              {quote ?? REDACTED}
            </span>
          )}
          {saidIn(entry, names).map(({ label, text }) => (
            <span key={label} className="border-card mt-0.75 block border-l-2 pl-2">
              <span className="meta">{label}</span> {text}
            </span>
          ))}
        </span>
      </li>
    </>
  );
}

function momentOf(entry: Entry): number {
  return Date.parse(entry.occurredAt ?? entry.at);
}
