import { Icon } from "@/components/ui/icon";
import type { SummaryDto } from "@/lib/summaries/dto";
import { STATE_ICONS, STATE_WORDS } from "./words";

/** The summary's state and version, as a pill. */
export function StatePill({ summary }: { summary: Pick<SummaryDto, "state" | "version"> }) {
  return (
    <span className="border-card bg-surface text-ink inline-flex h-5 items-center gap-1.25 rounded-full border px-1.75 text-xs font-medium whitespace-nowrap">
      <Icon name={STATE_ICONS[summary.state]} size="xs" />
      {STATE_WORDS[summary.state]}, version {summary.version}
    </span>
  );
}
