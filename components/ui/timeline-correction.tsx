import { formatTime } from "@/lib/kernel/clock-times";

/** A text as it stood before a correction. */
export interface EarlierText {
  text: string;
  /** Who corrected it, and when (milliseconds since 1970). */
  correctedBy: string;
  correctedAt: number;
}

/** Says that an entry was corrected; the earlier texts are one click away. */
export function TimelineCorrection({
  earlier,
  timeZone,
}: {
  earlier: readonly EarlierText[];
  timeZone: string;
}) {
  const last = earlier[earlier.length - 1];
  if (!last) return null;
  return (
    <details className="mt-0.5">
      <summary className="meta hover:text-ink phone:py-3.5 w-fit rounded-xs">
        corrected by {last.correctedBy}, {formatTime(last.correctedAt, timeZone)}
      </summary>
      {earlier.map((text) => (
        <p key={text.correctedAt} className="border-card text-ink-3 mt-0.75 border-l-2 border-dashed pl-2">
          <span className="sr-only">Earlier: </span>
          <del className="decoration-line-strong">{text.text}</del>
        </p>
      ))}
    </details>
  );
}
