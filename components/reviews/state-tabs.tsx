import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { SummaryState } from "@/lib/summaries/state.rules";
import { STATE_WORDS } from "./words";

const TABS = [null, "draft", "in_review", "returned", "signed_off"] as const;

/** Which summaries are listed: links, so that each choice has an address. */
export function StateTabs({ current }: { current: SummaryState | null }) {
  return (
    <nav aria-label="Filter by state" className="border-line flex-none overflow-x-auto border-b px-4 py-2">
      <ul className="flex gap-1.5">
        {TABS.map((state) => (
          <li key={state}>
            <Link
              href={state ? `/reviews?state=${state}` : "/reviews"}
              prefetch={false}
              aria-current={state === current ? "true" : undefined}
              className={cn(
                "phone:h-11 inline-flex h-6.5 items-center rounded-full border px-2.5 text-xs font-medium whitespace-nowrap",
                state === current
                  ? "border-ink bg-ink text-on-ink"
                  : "border-line-strong text-ink-2 hover:text-ink",
              )}
            >
              {state ? STATE_WORDS[state] : "Open"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
