import { Cite } from "@/components/ui/cite";
import { What, Who } from "@/components/ui/timeline-entry";
import type { Sentence as Told } from "@/lib/timeline/describe";

/** A sentence with its subject and objects set apart; `#58` leads to that entry. */
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
  return seq ? <Cite seq={Number(seq)} /> : <What>{text}</What>;
}
