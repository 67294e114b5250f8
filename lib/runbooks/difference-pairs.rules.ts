/** What a step is found again by. */
interface Named {
  kind: string;
  key: string;
  text: string;
  sectionKey: string;
}

/** A step in the older version, and the same one in the newer. */
export type Pair<Step> = readonly [before: Step, after: Step];

/** Finds steps again: by their keys, then by their text, then by most of their words in the same section. */
export function pairUp<Step extends Named>(before: readonly Step[], after: readonly Step[]): Pair<Step>[] {
  const pairs: Pair<Step>[] = [];
  const pairBy = (name: (step: Step) => string) => {
    const [olds, news] = unpaired(before, after, pairs);
    const waiting = grouped(olds, name);
    for (const step of news) {
      const from = waiting.get(name(step))?.shift();
      if (from) pairs.push([from, step]);
    }
  };
  pairBy(({ kind, key }) => `${kind} ${key}`);
  pairBy(({ kind, text }) => `${kind} ${plain(text)}`);
  const sections = sectionsOf(pairs);
  const [olds, news] = unpaired(before, after, pairs);
  const inSection = grouped(
    olds,
    ({ kind, sectionKey }) => `${kind} ${sections.get(sectionKey) ?? sectionKey}`,
  );
  const newInSection = grouped(news, ({ kind, sectionKey }) => `${kind} ${sectionKey}`);
  for (const [section, candidates] of newInSection)
    pairs.push(...alike(inSection.get(section) ?? [], candidates));
  return pairs;
}

function unpaired<Step>(before: readonly Step[], after: readonly Step[], pairs: readonly Pair<Step>[]) {
  const known = new Set(pairs.flat());
  const rest = (steps: readonly Step[]) => steps.filter((step) => !known.has(step));
  return [rest(before), rest(after)] as const;
}

/** The newer section of each older one: the one that most of its steps are in now. */
export function sectionsOf(pairs: readonly Pair<Named>[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [from, to] of pairs) {
    const into = counts.get(from.sectionKey) ?? new Map<string, number>();
    into.set(to.sectionKey, (into.get(to.sectionKey) ?? 0) + 1);
    counts.set(from.sectionKey, into);
  }
  return new Map(
    [...counts].map(([key, into]) => [
      key,
      [...into].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
    ]),
  );
}

/** More pairs than this in one section are another text, not a changed one. */
const COMPARE = 40_000;
const ALIKE = 0.5;

/** Pairs of which at least half of the words are the same, the most alike first. */
function alike<Step extends Named>(before: readonly Step[], after: readonly Step[]): Pair<Step>[] {
  if (before.length * after.length > COMPARE) return [];
  const words = new Map([...before, ...after].map((step) => [step, new Set(plain(step.text).split(" "))]));
  const candidates = before.flatMap((from) =>
    after.map((to) => ({ pair: [from, to] as const, share: shared(words.get(from), words.get(to)) })),
  );
  const used = new Set<Step>();
  return candidates
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share)
    .flatMap(({ pair }) => {
      if (pair.some((step) => used.has(step))) return [];
      pair.forEach((step) => used.add(step));
      return [pair];
    });
}

/** Dice's coefficient: words in both, of the words in either. */
function shared(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  return (2 * [...a].filter((word) => b.has(word)).length) / Math.max(1, a.size + b.size);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function grouped<Step>(steps: readonly Step[], name: (step: Step) => string): Map<string, Step[]> {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const group = groups.get(name(step));
    if (group) group.push(step);
    else groups.set(name(step), [step]);
  }
  return groups;
}
