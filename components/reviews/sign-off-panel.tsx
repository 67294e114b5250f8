"use client";

import { PanelHead, Rule } from "@/components/ui/panel";
import { History } from "./history";
import { SignOffNotices } from "./sign-off-notices";
import { SignOffStep } from "./sign-off-step";
import { TextIdentity } from "./text-identity";
import type { SummaryView } from "./use-summary";

/** Where the sign-off stands, what this person can do about it, and what happened so far. */
export function SignOffPanel({ view }: { view: SummaryView }) {
  return (
    <aside
      id="sign-off"
      aria-label="Sign-off"
      className="border-line max-md:border-t md:sticky md:top-12 md:h-[calc(100dvh-48px)] md:overflow-y-auto md:border-l print:hidden"
    >
      <PanelHead title="Sign-off" note="by a manager who did not write it" />
      <div className="grid gap-3 px-4 pb-4">
        <SignOffNotices view={view} />
        <TextIdentity view={view} />
        <SignOffStep view={view} />
      </div>
      <Rule />
      <History view={view} />
    </aside>
  );
}
