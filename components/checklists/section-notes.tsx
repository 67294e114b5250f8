import type { Block } from "@/lib/runbooks/parse/types";
import { Blocks } from "./inlines";

/** More lines than this are folded: they are no warning, but background. */
const SHORT = 8;

/** What a section says besides its steps: kept, shown, never ticked. Few lines that come first stand open. */
export function SectionNotes({ of, first = false }: { of: readonly Block[]; first?: boolean }) {
  const [top] = of;
  if (!top) return null;
  const lines = (of.at(-1) ?? top).lines.end - top.lines.start + 1;
  return (
    <details open={first && lines <= SHORT} className="pt-1 pl-1.5">
      <summary className="meta cursor-pointer">{first ? "Read first" : "Notes of this section"}</summary>
      <div className="text-ink-2 space-y-2 py-1.5">
        <Blocks of={of} />
      </div>
    </details>
  );
}
