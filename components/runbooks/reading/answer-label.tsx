import { Icon } from "@/components/ui/icon";
import type { LinkTarget } from "@/lib/runbooks/parse/types";

/** An answer to a question, as it is said. */
export function AnswerLabel({ label }: { label: string }) {
  return (
    <span className="border-line-strong inline-block rounded-full border px-2 text-xs/5 font-semibold">
      {label}
    </span>
  );
}

interface LinkWordsProps {
  link: LinkTarget;
  /** Titles of this runbook's sections, by key. */
  titles: ReadonlyMap<string, string>;
}

/** Where a linked answer leads, in words. */
export function LinkWords({ link, titles }: LinkWordsProps) {
  const words = link.runbookSlug ?? titles.get(link.sectionKey ?? "") ?? "a section that is not there";
  return (
    <span className="text-ink-2 flex min-w-0 items-center gap-1 text-xs">
      <Icon name="link" size="xs" /> <span className="truncate">{words}</span>
    </span>
  );
}
