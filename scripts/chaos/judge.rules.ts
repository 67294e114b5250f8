/** What was said about one act, and where its answer says it is written. */
export interface ToldAct {
  key: string;
  outcome: "done" | "refused";
  /** Whether its key stands in words that it wrote. */
  hasWords: boolean;
  entries: readonly ToldEntry[];
}

export interface ToldEntry {
  /** Stream and sequence. */
  place: string;
  /** All facts of the entry, in one text. */
  facts: string;
}

export interface FoundEntry extends ToldEntry {
  /** The act whose key stands in the entry's words, if any. */
  actKey: string | null;
}

/** What the database holds when all is over. */
export interface Found {
  entries: readonly FoundEntry[];
  /** Keys of the stored answers, one for each row. */
  answers: readonly string[];
}

export interface Judgement {
  /** Acts that were acknowledged and are not there, whole and as told. */
  lost: string[];
  /** Acts that are there more than once, and entries that no act was told about. */
  doubled: string[];
  /** Acts that were refused and are there all the same. */
  refusedYetThere: string[];
}

/** Compares what was acknowledged with what is there; every entry must belong to exactly one act. */
export function judge(told: readonly ToldAct[], found: Found): Judgement {
  const there = new Map(found.entries.map((entry) => [entry.place, entry]));
  const wordsOf = countBy(found.entries, ({ actKey }) => actKey);
  const answersOf = countBy(found.answers, (key) => key);
  const claims = countBy(
    told.flatMap(({ entries }) => entries),
    ({ place }) => place,
  );
  const asTold = ({ place, facts }: ToldEntry) =>
    there.get(place)?.facts === facts && claims.get(place) === 1;

  const done = told.filter(({ outcome }) => outcome === "done");
  const isLost = (act: ToldAct) =>
    act.entries.length === 0 ||
    !act.entries.every(asTold) ||
    !answersOf.has(act.key) ||
    (act.hasWords && !wordsOf.has(act.key));
  const twice = done.filter(({ key }) => (wordsOf.get(key) ?? 0) > 1 || (answersOf.get(key) ?? 0) > 1);
  const refused = new Set(told.filter(({ outcome }) => outcome === "refused").map(({ key }) => key));
  const unclaimed = found.entries.filter(({ place }) => !claims.has(place));
  return {
    lost: done.filter(isLost).map(({ key }) => key),
    doubled: [
      ...new Set([
        ...twice.map(({ key }) => key),
        ...unclaimed.map(({ actKey, place }) => actKey ?? place).filter((name) => !refused.has(name)),
      ]),
    ],
    refusedYetThere: [...refused].filter((key) => wordsOf.has(key) || answersOf.has(key)),
  };
}

function countBy<T>(items: readonly T[], nameOf: (item: T) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The numbers that are missing from 1 to the highest, and those that are there twice. */
export function gapsIn(numbers: readonly number[]): { missing: number[]; twice: number[] } {
  const seen = new Set(numbers);
  const highest = Math.max(0, ...numbers);
  return {
    missing: Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !seen.has(number)),
    twice: numbers.filter((number, index) => numbers.indexOf(number) !== index),
  };
}
