"use client";

import { AdminNav } from "@/components/settings/admin-nav";
import { TopBar } from "@/components/shell/top-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelHead } from "@/components/ui/panel";
import type { TargetsDto } from "@/lib/settings/targets/dto";
import { AddTargetForm } from "./add-target-form";
import { TargetRow } from "./target-row";
import { useTargets } from "./use-targets";

/** Where the checks of runbook steps may ask. */
export function TargetsPage({ first }: { first: TargetsDto }) {
  const targets = useTargets(first) ?? [];
  return (
    <>
      <TopBar title="Administration" />
      <AdminNav />
      <div className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-4 pb-12">
        <section aria-label="Targets">
          <PanelHead title="Targets" count={targets.length} />
          <p className="meta px-4 pb-2">
            Responders run the HTTP checks and queries of runbook steps there, by GET alone and each by hand.
          </p>
          {targets.length === 0 ? (
            <EmptyState
              title="None yet."
              text="Add a service or a Prometheus, and steps that ask it can be run from the room."
            />
          ) : (
            <ul aria-label="Targets" className="border-line border-y">
              {targets.map((target) => (
                <TargetRow key={target.id} target={target} />
              ))}
            </ul>
          )}
        </section>
        <div className="max-w-120 px-4">
          <AddTargetForm />
        </div>
      </div>
    </>
  );
}
