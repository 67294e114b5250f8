import type { StepState } from "@/lib/timeline/events/common";
import type { Call } from "./calls.rules";

interface Section {
  id: string;
  runbook: string;
  title: string;
  steps: readonly { item: { state: StepState; assigneeId: string | null } }[];
  /** The answers on which it hangs. */
  calls: readonly Call[];
}

/**
 * The sections that are there for when the rest of their runbook did not work: those that say so ("If this does not help")
 * and a way back ("Rollback") behind all others. They wait until a step of that runbook failed, or somebody begins them.
 * Where a section hangs on an answer, that says whether it is to be done.
 * @param sections in the order in which they are walked
 * @returns their ids
 */
export function standingBy(sections: readonly Section[]): ReadonlySet<string> {
  const waiting = new Set<string>();
  for (const runbook of new Set(sections.map((section) => section.runbook))) {
    const all = sections.filter((section) => section.runbook === runbook);
    if (all.some(({ steps }) => steps.some(({ item }) => item.state === "failed"))) continue;
    let isLast = true;
    for (const section of all.slice(1).toReversed()) {
      const isSpare: boolean = SAYS_SO.test(section.title) || (isLast && WAY_BACK.test(section.title));
      if (isSpare && section.calls.length === 0 && !isBegun(section)) waiting.add(section.id);
      isLast = isLast && isSpare;
    }
  }
  return waiting;
}

function isBegun({ steps }: Section): boolean {
  return steps.some(({ item }) => item.state !== "todo" || item.assigneeId !== null);
}

const NUMBER = String.raw`^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?`;

/** What was tried: "this", "all else", "the above steps"; not "this node", which names a case. */
const TRIED =
  "(?:it|all else|everything|th(?:is|at|ese|ose|e)(?: above| fix| restart| steps?)*)(?: (?:still|also|alone|else))*";

const NOT = "(?:n['’]t| ?not)(?: (?:yet|be|been))*";

/** What is said of an outcome, and of a state only where it is one: "is not enough", not "is not a replica". */
const OUTCOME =
  "(?:enough|suffic|possible|help|work(?:ed|ing)?\\b(?! hours)|fix|resolve|solve|recover|improve|succe|cleared)";

/** "Does not …" says of all else how it came out. */
const STATE = "(?:have|need|use|apply|affect|belong|contain|exist|match|concern|happen|run on)\\b";

/** "If it does not work: rollback", "When that fails"; not "If it works: tell support", "If this is not a replica". */
const SAYS_SO = new RegExp(
  `${NUMBER}(?:if|when|in case) (?:${TRIED}(?: (?:(?:ha[sd] |have )?fail(?:s|ed)?\\b(?! over)|` +
    `(?:do|does|did|will|wo)${NOT}\\b(?! ${STATE}))|` +
    `(?:['’]s| is| are| was| has| have| had| ca| can| could)(?: still)?${NOT} ${OUTCOME})|` +
    "(?:nothing|none of)\\b.{0,40}\\b(?:help|work)(?:s|ed)?\\b)",
  "i",
);

const WAY_BACK = new RegExp(`${NUMBER}(?:roll(?:ing)?[ -]?back|back[ -]?out|revert)\\b`, "i");
