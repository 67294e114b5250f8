"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { directoryKey } from "@/components/api/directory";
import { useWrite } from "@/components/api/use-write";
import { toast } from "@/components/ui/toast";
import type { Profile } from "@/lib/people/dto";
import { peopleKeys } from "./keys";

export type ProfileChange = Partial<Pick<Profile, "name" | "timeZone" | "theme" | "sound" | "addresses">>;

/** Saves a part of one's own profile; the rest of the page follows, names and time zone included. */
export function useChangeProfile() {
  const client = useQueryClient();
  const router = useRouter();
  return useWrite<Profile, ProfileChange>((body) => ({ method: "PATCH", path: "/me", body }), {
    onSuccess: (profile) => {
      client.setQueryData(peopleKeys.profile, profile);
      void client.invalidateQueries({ queryKey: directoryKey });
      router.refresh();
      toast.done("Profile saved");
    },
  });
}
