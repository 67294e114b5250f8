import { useCallback } from "react";
import { Blocks, WordsContext } from "@/components/checklists/inlines";
import { Cite } from "@/components/ui/cite";
import type { Block } from "@/lib/runbooks/parse/types";
import { citesIn } from "./prose.rules";

interface ProseProps {
  blocks: readonly Block[];
  incidentKey: string;
  /** The incident's newest entry. */
  lastSeq: number;
}

/** What somebody wrote, as the Markdown it is, with the entries it cites; never HTML. */
export function Prose({ blocks, incidentKey, lastSeq }: ProseProps) {
  const words = useCallback(
    (text: string) =>
      citesIn(text, lastSeq).map((part, index) =>
        "cite" in part ? <EntryCite key={index} incidentKey={incidentKey} seq={part.cite} /> : part.text,
      ),
    [incidentKey, lastSeq],
  );
  return (
    <WordsContext value={words}>
      <div className="space-y-2 break-words">
        <Blocks of={blocks} />
      </div>
    </WordsContext>
  );
}

/** Leads from the summary to the entry in the room. */
export function EntryCite({ incidentKey, seq }: { incidentKey: string; seq: number }) {
  return <Cite seq={seq} href={`/incidents/${incidentKey}#entry-${seq}`} />;
}
