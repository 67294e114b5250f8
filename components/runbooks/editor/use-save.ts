"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useWrite } from "@/components/api/use-write";
import { toast } from "@/components/ui/toast";
import type { SavedDto } from "@/lib/runbooks/dto";
import { runbookKeys } from "../keys";
import { newerIn } from "../newer-in";
import type { RunbookText } from "./use-runbook-text";

interface How {
  why: string;
  publish: boolean;
}

/** Saves the text: as the next version of a runbook, or as a runbook of its own (`slug` null). */
export function useSave(slug: string | null, text: RunbookText) {
  const client = useQueryClient();
  const router = useRouter();
  const { source, basedOn, chosen } = text.draft;
  const content = { source, ...(chosen && { before: chosen }) };
  const save = useWrite<SavedDto, How>(
    ({ why, publish }) => ({
      method: "POST",
      path: slug === null ? "/runbooks/written" : `/runbooks/${slug}/versions`,
      body: slug === null ? { ...content, publish, why: why || null } : { ...content, publish, why, basedOn },
    }),
    {
      onSuccess: (saved) => {
        text.release();
        void client.invalidateQueries({ queryKey: runbookKeys.all });
        const what = saved.published ? "Published" : "Draft saved";
        toast.done(`${what}: ${saved.title}, version ${saved.number}`);
        const page = `/runbooks/${saved.slug}`;
        router.push(saved.published ? page : `${page}/versions/${saved.number}`);
      },
    },
  );
  // Until the next page is there, a second press would save it twice.
  const isSaving = save.isPending || save.isSuccess;
  return { save, isSaving, newer: newerIn(save.error) };
}
