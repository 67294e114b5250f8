import { formatDuration } from "@/lib/kernel/durations";
import type { FiguresDto } from "@/lib/runbooks/learning/dto";
import { TOO_FEW } from "@/lib/runbooks/learning/figures.rules";

type Step = FiguresDto["steps"][number];

/** "walked 14 times · median 3 min, 9 of 10 within 8 min · skipped 4 times"; null for a step nobody came to. */
export function stepWords(step: Step | undefined): string | null {
  if (!step || step.walked === 0) return null;
  const { walked, done, skipped, failed, since } = step;
  const parts = [
    `walked ${times(walked)}`,
    walked >= TOO_FEW && lengthWords(step),
    skipped > 0 && `skipped ${skipped === walked ? "each time" : times(skipped)}`,
    failed > 0 && `failed ${times(failed)}`,
    done === 0 && walked >= TOO_FEW && "never done",
    since !== null && `as it is since version ${since}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

function lengthWords({ medianMs, ninetiethMs }: Step): string | null {
  if (medianMs === null || ninetiethMs === null) return null;
  return `median ${formatDuration(medianMs)}, 9 of 10 within ${formatDuration(ninetiethMs)}`;
}

/** "helped: yes 9, partly 2, no 1"; null when nobody said. */
export function helpedWords({ yes, partly, no, not_used: unused }: FiguresDto["helped"]): string | null {
  const said = Object.entries({ yes, partly, no, "not used": unused }).filter(([, count]) => count > 0);
  return said.length === 0
    ? null
    : `helped: ${said.map(([answer, count]) => `${answer} ${count}`).join(", ")}`;
}

/** "once", "twice", "3 times". */
export function times(count: number): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${count} times`;
}
