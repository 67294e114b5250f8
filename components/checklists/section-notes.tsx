import type { ParsedSection } from "@/lib/runbooks/parse/types";
import { Blocks } from "./inlines";
import { notesOf } from "./notes.rules";

/** What a section says besides its steps: kept, shown, never ticked. */
export function SectionNotes({ section }: { section: ParsedSection | undefined }) {
  const blocks = section ? notesOf(section) : [];
  if (blocks.length === 0) return null;
  return (
    <details className="pt-1 pl-1.5">
      <summary className="meta cursor-pointer">Notes of this section</summary>
      <div className="text-ink-2 space-y-2 py-1.5">
        <Blocks of={blocks} />
      </div>
    </details>
  );
}
