import type { RoomView } from "@/components/room/use-room-view";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { readSeriesText } from "@/lib/checklists/series-text.rules";
import type { CheckState } from "@/lib/timeline/fold/state";
import { checkWords } from "./check-words";
import type { StepView } from "./view.rules";

interface CheckOutcomeProps {
  room: RoomView;
  step: StepView;
  result: CheckState | undefined;
}

/** What came of the last run of a check: how it went, when, and the answer itself. */
export function CheckOutcome({ room, step: { item, list }, result }: CheckOutcomeProps) {
  const { runbookVersionId } = item.leftAt ?? list;
  return (
    <div role="status">
      {result && (
        <>
          <p className="border-line meta flex flex-wrap items-center gap-x-2 gap-y-1 border-t px-2.5 py-1.5">
            <Verdict result={result} />
            <span>{checkWords(result)}</span>
            <span>
              {result.personId && `${room.names.person(result.personId)}, `}
              <Time at={Date.parse(result.at)} />
            </span>
            {result.runbookVersionId !== runbookVersionId && <span>in another version</span>}
          </p>
          <Output result={result} />
        </>
      )}
    </div>
  );
}

function Verdict({ result: { passed } }: { result: CheckState }) {
  if (passed === null) return <Tag>answered</Tag>;
  return passed ? (
    <Tag tone="good" icon="check">
      as expected
    </Tag>
  ) : (
    <Tag tone="bad" icon="cross">
      not as expected
    </Tag>
  );
}

function Output({ result: { kind, status, output } }: { result: CheckState }) {
  const text = output.value ?? "[redacted]";
  if (text === "") return null;
  if (kind === "query" && text.includes("\t")) return <SeriesTable text={text} />;
  if (status === null) return <p className="px-2.5 pb-2 break-words">{text}</p>;
  return (
    <details className="px-2.5 pb-1.5">
      <summary className="text-act phone:min-h-11 phone:leading-11 cursor-pointer text-xs font-medium">
        Answer
      </summary>
      <pre
        tabIndex={0}
        className="bg-sunken mt-1 mb-1 max-h-60 overflow-auto rounded-sm p-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </pre>
    </details>
  );
}

function SeriesTable({ text }: { text: string }) {
  return (
    <table className="mx-2.5 mb-2 text-xs">
      <thead>
        <tr className="text-ink-2 text-left">
          <th className="pr-4 font-medium">Series</th>
          <th className="text-right font-medium">Value</th>
        </tr>
      </thead>
      <tbody>
        {readSeriesText(text).map(({ labels, value }, row) => (
          <tr key={row} className="align-top">
            <td className="pr-4 font-mono wrap-anywhere">{labels || "value"}</td>
            <td className="text-right tabular-nums">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
