import { Cite } from "@/components/ui/cite";
import { parseProse, type ProsePart } from "./prose.rules";

interface ProseProps {
  text: string;
  incidentKey: string;
  /** The incident's newest entry. */
  lastSeq: number;
}

/** What somebody wrote: paragraphs, code and cited entries; never HTML. */
export function Prose({ text, incidentKey, lastSeq }: ProseProps) {
  return (
    <div className="space-y-2 break-words">
      {parseProse(text, lastSeq).map((parts, index) => (
        <p key={index} className="whitespace-pre-line">
          {parts.map((part, place) => (
            <Piece key={place} part={part} incidentKey={incidentKey} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Piece({ part, incidentKey }: { part: ProsePart; incidentKey: string }) {
  if ("code" in part) return <code className="bg-sunken rounded-xs px-1">{part.code}</code>;
  if ("cite" in part) return <EntryCite incidentKey={incidentKey} seq={part.cite} />;
  return part.text;
}

/** Leads from the summary to the entry in the room. */
export function EntryCite({ incidentKey, seq }: { incidentKey: string; seq: number }) {
  return <Cite seq={seq} href={`/incidents/${incidentKey}#entry-${seq}`} />;
}
