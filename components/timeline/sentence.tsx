import Link from "next/link";
import { Cite } from "@/components/ui/cite";
import { What, Who } from "@/components/ui/timeline-entry";
import { isIncidentKey } from "@/lib/incidents/key.rules";
import type { Sentence as Told } from "@/lib/timeline/describe";

/** A sentence with its subject and objects set apart; `#58` leads to that entry, `INC-42` to that incident. */
export function Sentence({ of: { who, parts } }: { of: Told }) {
  return (
    <>
      {who && (
        <>
          <Who>{who}</Who>{" "}
        </>
      )}
      {parts.map((part, index) =>
        "text" in part ? part.text : <ObjectPart key={index} text={part.object} />,
      )}
    </>
  );
}

function ObjectPart({ text }: { text: string }) {
  const seq = /^#(\d+)$/.exec(text)?.[1];
  if (seq) return <Cite seq={Number(seq)} />;
  if (!isIncidentKey(text)) return <What>{text}</What>;
  return (
    <Link href={`/incidents/${text}`} className="text-act font-medium hover:underline">
      {text}
    </Link>
  );
}
