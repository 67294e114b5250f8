"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import type { TargetDto, TargetsDto } from "@/lib/settings/targets/dto";
import type { TargetInput } from "@/lib/settings/targets/schemas";

const targetKeys = { all: ["targets"] as const };

/**
 * Where checks of steps may ask.
 * @param first what the server rendered
 * @returns undefined until they are known
 */
export function useTargets(first?: TargetsDto): readonly TargetDto[] | undefined {
  const { data } = useQuery({
    queryKey: targetKeys.all,
    queryFn: ({ signal }) => apiGet<TargetsDto>("/targets", { signal }),
    initialData: first,
    staleTime: 60_000,
  });
  return data?.targets;
}

export function useAddTarget() {
  const client = useQueryClient();
  return useWrite<TargetDto, TargetInput>((body) => ({ method: "POST", path: "/targets", body }), {
    onSuccess: () => client.invalidateQueries({ queryKey: targetKeys.all }),
  });
}

export function useRemoveTarget(targetId: string) {
  const client = useQueryClient();
  return useWrite<unknown>(() => ({ method: "DELETE", path: `/targets/${targetId}` }), {
    onSettled: () => void client.invalidateQueries({ queryKey: targetKeys.all }),
  });
}
