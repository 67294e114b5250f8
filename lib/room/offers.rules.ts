import { isEnded } from "@/lib/checklists/step.rules";
import { waitsForAnswer, type Call } from "./calls.rules";
import { hasOpenQuestion, needlessIn, waitsFor, type Candidate, type Section } from "./turns.rules";

/** Where somebody works: the step that they did something about last. */
export interface Place {
  section: Section;
  step: Candidate;
  at: string;
}

/** @returns null for somebody who did nothing yet. To confirm what another did is to look in, not to move there. */
export function placeOf(sections: readonly Section[], personId: string): Place | null {
  const places = sections.flatMap((section) =>
    section.steps.flatMap((step): Place[] => {
      const { state, changedAt, changedById, asked } = step.item;
      const by = state === "done" && asked ? asked : { personId: changedById, at: changedAt };
      return by.at && by.personId === personId ? [{ section, step, at: by.at }] : [];
    }),
  );
  return places.reduce<Place | null>((last, place) => (last && last.at > place.at ? last : place), null);
}

/** An open step that nobody has, and why it is offered. */
export interface Offer {
  itemId: string;
  /** `goes_on`: it is of the runbook that this person works in; `left_in_hand`: somebody began it, and has it no more. */
  kind: "goes_on" | "first_open" | "left_in_hand";
}

/**
 * The steps whose turn it is and that nobody has: from where this person works, through its section and the following
 * ones of its runbook, then those of others. Of each runbook only the section where it stands: the next one is open
 * once there is nothing to give out in this one, and no question. One that waits for an answer, or stands by, is passed over.
 */
export function offersFor(sections: readonly Section[], place: Place | null): Offer[] {
  return runbooksFrom(sections, place).flatMap((runbook) => {
    const kind = place !== null && runbook.includes(place.section) ? "goes_on" : "first_open";
    return standing(runbook, place).map(({ item }): Offer => ({
      itemId: item.id,
      kind: item.state === "todo" ? kind : "left_in_hand",
    }));
  });
}

/**
 * Whether nobody has it and it is to be done: what somebody began and gave back is, too.
 * @param needless the steps of its section that need not be
 */
export function isFree({ item }: Candidate, needless: ReadonlySet<string>): boolean {
  const isOpen = item.state === "todo" || (item.state === "in_progress" && item.asked === null);
  return isOpen && item.assigneeId === null && !needless.has(item.id);
}

function standing(runbook: readonly Section[], place: Place | null): Candidate[] {
  const offered: Candidate[] = [];
  for (const section of runbook) {
    if (waitsForAnswer(section) || section.standsBy) continue;
    const waits = waitsFor(section);
    const needless = needlessIn(section);
    const tried = new Set(
      section.steps.flatMap(({ item, choice }) => (item.state === "in_progress" && choice ? [choice] : [])),
    );
    // What is tried comes to an end before another way is offered.
    const free = rotated(section.steps, place?.step).filter(
      (step) =>
        isFree(step, needless) && !(step.item.state === "todo" && step.choice && tried.has(step.choice)),
    );
    const isOffered = (step: Candidate) => !waits.has(step.item.id) && !hasAnswersBelow(step, section);
    offered.push(...firstOfEach(free.filter(isOffered)));
    if (free.length > 0 || hasOpenQuestion(section)) break;
  }
  return offered;
}

/**
 * Whether it is a question that one of the steps below it can answer yet: they are offered, not the question. One that
 * is itself an answer is taken first, as they wait for it.
 */
function hasAnswersBelow({ item: { id }, asks, choice: own }: Candidate, { steps }: Section): boolean {
  return (
    asks &&
    own === null &&
    steps.some(({ item, choice }) => choice && item.parentId === id && !isEnded(item.state))
  );
}

/** Alternatives once: two people who do two of them do too much. */
function firstOfEach(steps: readonly Candidate[]): Candidate[] {
  return steps.filter(
    ({ choice }, index) => choice === null || steps.findIndex((other) => other.choice === choice) === index,
  );
}

/** Runbook by runbook in the order of the room, but first the one where this person works, from there on. */
function runbooksFrom(sections: readonly Section[], place: Place | null): Section[][] {
  const names = [...new Set([...(place ? [place.section] : []), ...sections].map(({ runbook }) => runbook))];
  return names.map((name) =>
    sectionsFrom(
      sections.filter(({ runbook }) => runbook === name),
      place?.section,
    ),
  );
}

/**
 * The section where somebody works, the following ones, then those before it. While a question before it is open, its
 * answer decides what follows: then those before come first.
 */
function sectionsFrom(runbook: readonly Section[], place: Section | undefined): Section[] {
  const all = inOrderOfWalk(runbook);
  const own = all.find((section) => section === place);
  // Who works where another answer leads goes on at the question.
  const at = own && waitsForAnswer(own) ? (sectionWith(runbook, own.calls[0]) ?? own) : (own ?? all[0]);
  if (!at) return [];
  const first = withCalled(at, runbook);
  const before = all.slice(
    0,
    all.findIndex((section) => first.includes(section)),
  );
  const isAsked = before.some((section) => hasOpenQuestion(section) && !waitsForAnswer(section));
  return [...new Set([...first, ...(isAsked ? all : rotated(all, at))])];
}

/** As they stand, but a section that an answer calls for comes before what is left of the one with the question. */
function inOrderOfWalk(runbook: readonly Section[]): Section[] {
  return runbook.filter((section) => !callerOf(section, runbook)).flatMap((own) => withCalled(own, runbook));
}

function withCalled(section: Section, runbook: readonly Section[]): Section[] {
  const called = runbook.filter((other) => callerOf(other, runbook) === section);
  return [...called.flatMap((other) => withCalled(other, runbook)), section];
}

function callerOf({ calls }: Section, runbook: readonly Section[]): Section | undefined {
  return sectionWith(
    runbook,
    calls.find(({ chosen }) => chosen),
  );
}

function sectionWith(runbook: readonly Section[], call: Call | undefined): Section | undefined {
  return call && runbook.find(({ id }) => id === call.from);
}

/** From `first` to the end, then those before it; as they are when it is not among them. */
function rotated<T>(all: readonly T[], first: T | undefined): T[] {
  const index = first === undefined ? 0 : Math.max(0, all.indexOf(first));
  return [...all.slice(index), ...all.slice(0, index)];
}
