import { GateRow } from "@/components/ui/gate-row";
import { StepIcon, STEP_WORDS } from "@/components/ui/step-icon";
import { Tag } from "@/components/ui/tag";
import { formatTime } from "@/lib/kernel/clock-times";
import { bare } from "@/lib/kernel/sentences";
import { asSigned, signOffOf } from "@/lib/summaries/as-signed.rules";
import type { Derived } from "@/lib/summaries/schemas";
import { howPunctual } from "@/lib/summaries/punctual.rules";
import { OPEN_WORDS } from "@/lib/summaries/story.rules";
import { tookPartAs } from "@/lib/summaries/took-part.rules";
import { EntryCite } from "./prose";
import { Section } from "./section";
import type { SummaryView } from "./use-summary";

const TONES = { on_time: "good", late: "warn", missed: "bad" } as const;

/** The posted updates, and whether each was there when it was due. */
export function Updates({ view: { summary, timeZone } }: { view: SummaryView }) {
  const { updates, punctuality } = summary.body.derived;
  const { onTime, late, missed } = punctuality;
  return (
    <Section id="updates" title="Updates" note={`${onTime} on time, ${late} late, ${missed} missed`}>
      {updates.length === 0 && <p className="text-ink-3">No update was posted.</p>}
      <ul>
        {updates.map((update) => (
          <li
            key={update.number}
            className="text-ink-2 flex flex-wrap items-center gap-x-2 py-0.75 text-sm tabular-nums"
          >
            <span>
              Update {update.number} at {formatTime(Date.parse(update.postedAt), timeZone)}
              {update.dueAt && `, due ${formatTime(Date.parse(update.dueAt), timeZone)}`}
            </span>
            {update.outcome && <Tag tone={TONES[update.outcome]}>{howPunctual(update)}</Tag>}
            <EntryCite incidentKey={summary.incidentKey} seq={update.seq} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What had to hold, and what was waived, by whom and why. */
export function Criteria({ view: { summary, names } }: { view: SummaryView }) {
  const signOff = signOffOf(summary);
  const criteria = summary.body.derived.criteria.map((row) => asSigned(row, signOff));
  return (
    <Section id="criteria" title="Exit criteria and waivers">
      {criteria.length === 0 && <p className="text-ink-3">There were none.</p>}
      <ul className="-mx-4 text-sm">
        {criteria.map((row, index) => (
          <GateRow
            key={index}
            state={row.state}
            text={row.text}
            note={criterionNote(row, names.person)}
            action={row.seq && <EntryCite incidentKey={summary.incidentKey} seq={row.seq} />}
          />
        ))}
      </ul>
    </Section>
  );
}

function criterionNote(
  { state, byId, reason, gate }: Derived["criteria"][number],
  personName: (id: string) => string,
): string {
  if (state === "open") return gate === "closed" ? "open; before it can close" : "open";
  const by = byId ? ` by ${personName(byId)}` : "";
  return `${state}${by}${reason ? `: ${reason}` : ""}`;
}

/** The steps that were not simply done. */
export function Steps({ view: { summary, names } }: { view: SummaryView }) {
  const { steps } = summary.body.derived;
  return (
    <Section id="steps" title="Steps skipped or failed">
      {steps.length === 0 && <p className="text-ink-3">None.</p>}
      <ul className="text-sm">
        {steps.map(({ itemId, state, reason, seq }) => (
          <li key={itemId} className="text-ink-2 flex items-start gap-2 py-0.75">
            <StepIcon state={state} label="" className="mt-px" />
            <span className="min-w-0 break-words">
              <span className="text-ink">{bare(names.asOf(seq).step(itemId))}</span>,{" "}
              {STEP_WORDS[state].toLowerCase()}
              {reason && `: ${reason}`} <EntryCite incidentKey={summary.incidentKey} seq={seq} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The steps that nobody began, or ended, under their checklists. */
export function OpenSteps({ view: { summary, names } }: { view: SummaryView }) {
  const { open } = summary.body.derived;
  if (!open) return null;
  return (
    <Section id="open" title="Steps left open" note={open.length > 0 ? `${open.length}` : undefined}>
      {open.length === 0 && <p className="text-ink-3">None.</p>}
      {[...new Set(open.map(({ checklistId }) => checklistId))].map((checklistId) => (
        <div key={checklistId} className="mt-1.5 first-of-type:mt-0">
          <p className="meta font-medium">{names.checklist(checklistId)}</p>
          <ul className="text-sm">
            {open
              .filter((step) => step.checklistId === checklistId)
              .map(({ itemId, state, seq }) => (
                <li key={itemId} className="text-ink-2 flex items-start gap-2 py-0.75">
                  <StepIcon state={state} label="" className="mt-px" />
                  <span className="min-w-0 break-words">
                    <span className="text-ink">{bare(names.step(itemId))}</span>, {OPEN_WORDS[state]}{" "}
                    <EntryCite incidentKey={summary.incidentKey} seq={seq} />
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

/** Who took part, and as what. */
export function Participants({ view: { summary, names } }: { view: SummaryView }) {
  const { derived } = summary.body;
  const { participants } = derived;
  return (
    <Section id="people" title="Who took part">
      {participants.length === 0 && <p className="text-ink-3">Nobody joined.</p>}
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {participants.map((row) => (
          <li key={row.personId}>
            {names.person(row.personId)} <span className="meta">{tookPartAs(row, derived, names)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
