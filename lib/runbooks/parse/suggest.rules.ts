/** What is known of a runbook when words are matched against it. */
export type SuggestCandidate = {
  id: string;
  title: string;
  triggers: readonly string[];
  sectionTitles: readonly string[];
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
 * Ranks runbooks by the words that somebody typed. A word counts more the fewer runbooks have it, and more in a
 * trigger or title than in the title of a section.
 *
 * @param inLibrary how rare each word is in the whole library, where `runbooks` are a part of it
 * @returns only runbooks that share a word, best first; equal ones in the order given
 */
export function suggestRunbooks(
  words: string,
  runbooks: readonly SuggestCandidate[],
  inLibrary?: ReadonlyMap<string, number>,
): Suggestion[] {
  const wanted = new Set(tokens(words));
  if (wanted.size === 0) return [];
  const read = runbooks.map((runbook) => ({ runbook, fields: fieldsOf(runbook) }));
  const rarity =
    inLibrary ??
    rarityOf(
      wanted,
      read.map(({ fields }) => new Set(fields.flatMap((field) => [...field.tokens]))),
    );
  return read
    .flatMap(({ runbook, fields }) => {
      const hits = fields
        .map((field) => ({ field, score: scoreOf(field, wanted, rarity) }))
        .filter((hit) => hit.score > 0)
        .sort((a, b) => b.score - a.score);
      const [best] = hits;
      if (!best) return [];
      const score = hits.reduce((sum, hit, i) => sum + hit.score / (i + 1), 0);
      return [
        { id: runbook.id, score: Math.round(score * 1000) / 1000, reason: reasonOf(best.field, wanted) },
      ];
    })
    .sort((a, b) => b.score - a.score);
}

type FieldKind = "title" | "trigger" | "section" | "service";
type Field = { kind: FieldKind; text: string; tokens: Set<string> };

const WEIGHTS: Readonly<Record<FieldKind, number>> = { trigger: 4, title: 3, service: 2, section: 1 };
const NAMES: Readonly<Record<FieldKind, string>> = {
  trigger: "Trigger",
  title: "Title",
  service: "Service",
  section: "Section",
};

function fieldsOf(runbook: SuggestCandidate): Field[] {
  const field = (kind: FieldKind) => (text: string) => ({ kind, text, tokens: new Set(tokens(text)) });
  return [
    ...[runbook.title].map(field("title")),
    ...runbook.triggers.map(field("trigger")),
    ...runbook.services.map(field("service")),
    ...runbook.sectionTitles.map(field("section")),
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
  const sum = hits.reduce((total, token) => total + (rarity.get(token) ?? 0), 0);
  return WEIGHTS[field.kind] * sum * (0.5 + hits.length / (2 * field.tokens.size));
}

function reasonOf(field: Field, wanted: ReadonlySet<string>): string {
  const hits = [...field.tokens].filter((token) => wanted.has(token));
  const text = field.text.length > 60 ? `${field.text.slice(0, 59)}…` : field.text;
  return `${NAMES[field.kind]} “${text}” has ${hits.map((hit) => `“${hit}”`).join(", ")}.`;
}

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
