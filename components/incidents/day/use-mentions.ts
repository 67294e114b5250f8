"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useDismissal } from "@/components/live/use-dismissal";
import type { MyMention } from "@/lib/room/day.dto";
import { incidentKeys } from "../query-keys";

/** The mentions that were not put away, also as a notice, and the way to put one away. */
export function useMentions(read: readonly MyMention[]) {
  const client = useQueryClient();
  const { dismiss, isAway } = useDismissal();
  return {
    mentions: read.filter((mention) => !isAway(mention)),
    putAway: (mention: MyMention) =>
      dismiss(mention, {
        said: "Mention put away",
        onBack: () => void client.invalidateQueries({ queryKey: incidentKeys.day }),
      }),
  };
}
