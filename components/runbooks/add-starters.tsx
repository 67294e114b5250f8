"use client";

import { useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { StartersDto } from "@/lib/runbooks/dto";
import { incidentKeys } from "@/components/incidents/query-keys";
import { runbookKeys } from "./keys";

/** Fills an empty library with the runbooks that Quarterdeck brings along. */
export function AddStarters({ size }: { size?: "lg" }) {
  const client = useQueryClient();
  const add = useWrite<StartersDto>(() => ({ method: "POST", path: "/runbooks/starters", body: {} }), {
    onSuccess: ({ added }) => {
      void client.invalidateQueries({ queryKey: runbookKeys.all });
      void client.invalidateQueries({ queryKey: incidentKeys.day });
      toast.done(added === 1 ? "Added 1 runbook" : `Added ${added} runbooks`);
    },
    onError: (error) => toast.failed(messageOf(error)),
  });
  return (
    <Button size={size} busy={add.isPending} onClick={() => add.mutate(undefined)}>
      Add the starter runbooks
    </Button>
  );
}
