"use client";

import { useState } from "react";
import Link from "next/link";
import { useDirectory } from "@/components/api/directory";
import { Banner } from "@/components/ui/banner";
import { formatDay, formatTime } from "@/lib/kernel/clock-times";
import { isAtLeast } from "@/lib/kernel/actor";
import { ChangesDialog } from "./lazy";
import { standingReturn, voidedSignOff } from "./sign-off.rules";
import type { SummaryView } from "./use-summary";

/** What stands between this summary and its sign-off: an edit that voided it, a return, nobody who may decide. */
export function SignOffNotices({ view }: { view: SummaryView }) {
  const { summary, timeZone, me } = view;
  const { personName } = useDirectory();
  const [comparing, setComparing] = useState<number | null>(null);
  const voided = voidedSignOff(summary);
  const returned = standingReturn(summary);
  const earlier = summary.decisions[0];
  const when = (at: string) =>
    `${formatDay(Date.parse(at), timeZone)}, ${formatTime(Date.parse(at), timeZone)}`;
  const changesButton = (version: number, words: string) => (
    <button type="button" className="font-semibold underline" onClick={() => setComparing(version)}>
      {words}
    </button>
  );
  return (
    <>
      {voided && (
        <Banner tone="warn" title={`The sign-off of version ${voided.decision.version} no longer holds.`}>
          {personName(voided.decision.personId)} signed it off {when(voided.decision.at)};{" "}
          {voided.editedById ? `${personName(voided.editedById)} edited it` : "it was edited"}{" "}
          {when(voided.decision.voidedAt ?? voided.decision.at)}.{" "}
          {changesButton(voided.decision.version, "See what changed")}
        </Banner>
      )}
      {returned && (
        <Banner
          tone="warn"
          icon="swap"
          title={`${personName(returned.personId)} returned version ${returned.version}.`}
        >
          <span className="block whitespace-pre-line">{returned.comment}</span>
          {summary.version !== returned.version && changesButton(returned.version, "See what changed since")}
        </Banner>
      )}
      {!voided && !returned && earlier && earlier.version < summary.version && (
        <p className="text-sm">
          Version {earlier.version} was {earlier.kind === "returned" ? "returned" : "signed off"} before.{" "}
          <span className="text-act">{changesButton(earlier.version, "See what changed")}</span>
        </p>
      )}
      {!summary.hasReviewer && summary.state !== "signed_off" && view.state.status !== "closed" && (
        <Banner tone="warn" title="Nobody may decide on it.">
          Every manager wrote a part. Somebody else must be made a manager; nothing is waived.{" "}
          {isAtLeast(me.accessRole, "administrator") && (
            <Link href="/admin/people" prefetch={false} className="font-semibold underline">
              People
            </Link>
          )}
        </Banner>
      )}
      {comparing !== null && (
        <ChangesDialog view={view} from={comparing} open onOpenChange={() => setComparing(null)} />
      )}
    </>
  );
}
