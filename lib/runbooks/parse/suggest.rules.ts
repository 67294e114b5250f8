/** What is known of a runbook when words are matched against it. */
export type SuggestCandidate = {
  id: string;
  title: string;
  triggers: readonly { text: string }[];
  sections: readonly { title: string; groups: readonly string[] }[];
  /** Those of the incident's services that it is about, by name. */
  services: readonly string[];
};

export type Suggestion = {
  id: string;
  /** Above 0; only good for ordering. */
  score: number;
  /** Where the words were found, as a sentence. */
  reason: string;
};

/**
 * Ranks runbooks by the words that somebody typed and the services that were hit. A word counts more the fewer runbooks
 * have it, and more in a trigger or title than in the title of a section or the label of a group of steps; a service
 * counts most. Words that any incident may have ("fails") offer a runbook only where nothing says more.
 *
 * @param inLibrary how rare each word and service (`serviceWord`) is in the whole library, where `runbooks` are a part
 *   of it
 * @returns only runbooks that share a word or a service, best first; equal ones in the order given
 */
export function suggestRunbooks(
  words: string,
  runbooks: readonly SuggestCandidate[],
  inLibrary?: ReadonlyMap<string, number>,
): Suggestion[] {
  const services = runbooks.flatMap((runbook) => runbook.services.map(serviceWord));
  const wanted = new Set([...tokens(words), ...services]);
  if (wanted.size === 0) return [];
  const read = runbooks.map((runbook) => ({ runbook, fields: fieldsOf(runbook) }));
  const rarity =
    inLibrary ??
    rarityOf(
      wanted,
      read.map(({ fields }) => new Set(fields.flatMap((field) => [...field.tokens]))),
    );
  const found = read.flatMap(({ runbook, fields }) => {
    const hits = fields
      .map((field) => ({ field, score: scoreOf(field, wanted, rarity) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score);
    if (hits.length === 0) return [];
    const score = hits.reduce((sum, hit, i) => sum + hit.score / (i + 1), 0);
    const best = hits.find(({ field }) => field.kind !== "service")?.field;
    return [
      {
        suggestion: {
          id: runbook.id,
          score: Math.round(score * 1000) / 1000,
          reason: reasonOf(runbook, best, wanted),
        },
        isVague: hits.every(({ field }) => [...field.tokens].every((t) => VAGUE.has(t) || !wanted.has(t))),
      },
    ];
  });
  const telling = found.filter(({ isVague }) => !isVague);
  return (telling.length > 0 ? telling : found)
    .map(({ suggestion }) => suggestion)
    .sort((a, b) => b.score - a.score);
}

/** A service among the words: no word has a colon. */
export function serviceWord(name: string): string {
  return `service:${name}`;
}

type FieldKind = "title" | "trigger" | "section" | "group" | "service";
type Field = { kind: FieldKind; text: string; tokens: Set<string> };

const WEIGHTS: Readonly<Record<FieldKind, number>> = {
  service: 6,
  trigger: 4,
  title: 3,
  section: 1,
  group: 1,
};
const NAMES: Readonly<Record<FieldKind, string>> = {
  ...{ service: "Service", trigger: "Trigger", title: "Title", section: "Section", group: "Group" },
};

function fieldsOf({ title, triggers, sections, services }: SuggestCandidate): Field[] {
  const field =
    (kind: FieldKind) =>
    (text: string): Field => ({ kind, text, tokens: new Set(tokens(text)) });
  return [
    ...[title].map(field("title")),
    ...triggers.map(({ text }) => text).map(field("trigger")),
    ...services.map((name) => ({
      kind: "service" as const,
      text: name,
      tokens: new Set([serviceWord(name)]),
    })),
    ...sections.map((section) => section.title).map(field("section")),
    ...sections.flatMap(({ groups }) => groups).map(field("group")),
  ];
}

/** A word that every runbook has tells nothing apart, but still counts a little. */
function rarityOf(
  wanted: ReadonlySet<string>,
  runbooks: readonly ReadonlySet<string>[],
): Map<string, number> {
  return new Map(
    [...wanted].map((token) => {
      const having = runbooks.filter((tokensOf) => tokensOf.has(token)).length;
      return [token, Math.log(1 + runbooks.length / (having || 1))];
    }),
  );
}

/** Short texts that are hit whole win over long ones that happen to hold a word. */
function scoreOf(field: Field, wanted: ReadonlySet<string>, rarity: ReadonlyMap<string, number>): number {
  const hits = [...field.tokens].filter((token) => wanted.has(token));
  if (hits.length === 0) return 0;
  const sum = hits.reduce((total, token) => total + (rarity.get(token) ?? 0) / (VAGUE.has(token) ? 4 : 1), 0);
  return WEIGHTS[field.kind] * sum * (0.5 + hits.length / (2 * field.tokens.size));
}

/** "For orchestrator. Title “Orchestrator is down” has “orchestrator”." */
function reasonOf({ services }: SuggestCandidate, best: Field | undefined, wanted: ReadonlySet<string>) {
  const about = services.length > 0 ? [`For ${services.join(", ")}.`] : [];
  if (!best) return about.join(" ");
  const hits = [...best.tokens].filter((token) => wanted.has(token));
  const text = best.text.length > 60 ? `${best.text.slice(0, 59)}…` : best.text;
  const found = `${NAMES[best.kind]} “${text}” has ${hits.map((hit) => `“${hit}”`).join(", ")}.`;
  return [...about, found].join(" ");
}

/** Any incident may be told with them: they tell runbooks apart only a little. */
const VAGUE = new Set(
  "fail failed failing failure error broken break down degraded unavailable outage alert warning critical".split(
    " ",
  ),
);

const COMMON = new Set(
  "a about after all an and any are as at be by can did do does for from had has have how if in into is it its no not of off on or our out since so some that the their then there they this to up us was we were what when where which who why will with you your incident runbook issue problem".split(
    " ",
  ),
);

/** Words in lower case; names such as `KubePodCrashLooping` and `stage_conflict` also by their parts; plurals cut. */
export function tokens(text: string): string[] {
  const parts = text.normalize("NFKC").replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  const words = [...(text.normalize("NFKC").match(WORD) ?? []), ...(parts.match(WORD) ?? [])];
  return words.map((word) => stem(word.toLowerCase())).filter((word) => word.length > 1 && !COMMON.has(word));
}

const WORD = /[\p{L}\p{N}]+/gu;

function stem(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/(?:([sxz]|ch|sh)es|([^su])s)$/, "$1$2");
}
