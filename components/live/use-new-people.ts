"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { directoryKey, type Directory } from "@/components/api/directory";
import { peopleNamed } from "./people-named.rules";
import { useLiveMessages } from "./use-live";

/** Reads the directory again when the stream names somebody who joined after this tab was opened: once for each. */
export function useNewPeople(): void {
  const client = useQueryClient();
  const [askedFor] = useState(() => new Set<string>());
  useLiveMessages((message) => {
    const directory = client.getQueryData<Directory>(directoryKey);
    if (!directory) return;
    const unknown = peopleNamed(message).filter(
      (id) => !askedFor.has(id) && !directory.people.some((person) => person.id === id),
    );
    if (unknown.length === 0) return;
    unknown.forEach((id) => askedFor.add(id));
    void client.invalidateQueries({ queryKey: directoryKey });
  });
}
