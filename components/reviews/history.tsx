"use client";

import { useDirectory } from "@/components/api/directory";
import { Icon } from "@/components/ui/icon";
import { PanelHead } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { What, Who } from "@/components/ui/timeline-entry";
import { historyOf } from "./history.rules";
import type { SummaryView } from "./use-summary";

/** Versions and decisions, newest first. */
export function History({ view }: { view: SummaryView }) {
  const { personName } = useDirectory();
  return (
    <section aria-label="So far" className="pb-4">
      <PanelHead title="So far" />
      <ol>
        {historyOf(view.summary).map(({ id, at, icon, personId, what, version, comment }) => (
          <li key={id} className="text-ink-2 grid grid-cols-[16px_minmax(0,1fr)] gap-x-2 px-4 py-1">
            <span className="text-ink-3 grid h-4.5 place-items-center">
              <Icon name={icon} size="sm" />
            </span>
            <span className="min-w-0 break-words">
              <Who>{personId ? personName(personId) : "The console"}</Who> {what}{" "}
              <What>version {version}</What>{" "}
              <span className="meta">
                <Time at={Date.parse(at)} />
              </span>
              {comment && (
                <span className="border-card mt-0.75 block border-l-2 pl-2 whitespace-pre-line">
                  {comment}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
