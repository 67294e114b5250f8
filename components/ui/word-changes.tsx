import { diffWordsWithSpace } from "diff";

/** A text in which added words are underlined and removed ones struck through; each says it to screen readers, too. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }, index) => {
    if (added)
      return (
        <ins key={index} className="bg-good-soft decoration-good underline decoration-2">
          <span className="sr-only">added: </span>
          {value}
        </ins>
      );
    if (removed)
      return (
        <del key={index} className="bg-bad-soft text-bad line-through">
          <span className="sr-only">removed: </span>
          {value}
        </del>
      );
    return <span key={index}>{value}</span>;
  });
}
