"use client";

import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { isIncidentKey } from "@/lib/incidents/key.rules";
import type { RoomView } from "./use-room-view";

/** Where the work goes on, in an incident that was merged into another. */
export function MergedInto({ room: { state, names } }: { room: RoomView }) {
  const key = names.incident(state.mergedIntoId ?? "");
  return (
    <Banner
      className="m-2"
      icon="swap"
      title={`Merged into ${key}.`}
      action={
        isIncidentKey(key) && (
          <ButtonLink size="sm" href={`/incidents/${key}`}>
            Open {key}
          </ButtonLink>
        )
      }
    >
      Work goes on there.
    </Banner>
  );
}
