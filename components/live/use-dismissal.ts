"use client";

import { inTurn } from "@/components/api/in-turn";
import { useWrite } from "@/components/api/use-write";
import { createStore, useStore } from "@/components/ui/store";
import { toast } from "@/components/ui/toast";

/** An entry that a mention or a notice is about. */
interface About {
  incidentKey: string;
  seq: number;
}

interface Ways {
  /** What was done, in words; absent: it goes without saying, and without an undo. */
  said?: string;
  /** It was not put away after all. */
  onBack: () => void;
}

/** What was put away in this window: what was read before the console knew still has it. */
const away = createStore<ReadonlySet<string>>(new Set());

/** Puts a mention or a notice away, on all screens of this person and for good; it can be undone. */
export function useDismissal() {
  const hidden = useStore(away);
  const { mutateAsync } = useWrite<unknown, { path: string; dismissed: boolean }>(({ path, dismissed }) => ({
    method: dismissed ? "PUT" : "DELETE",
    path,
  }));

  async function set(about: About, dismissed: boolean, { said, onBack }: Ways) {
    const path = `/incidents/${about.incidentKey}/entries/${about.seq}/dismissal`;
    const back = () => {
      away.set((before) => new Set([...before].filter((name) => name !== nameOf(about))));
      onBack();
    };
    if (dismissed) away.set((before) => new Set([...before, nameOf(about)]));
    try {
      // An undo that overtook what it undoes would be the first word, not the last.
      await inTurn(path, () => mutateAsync({ path, dismissed }));
      if (!dismissed) back();
    } catch (error) {
      if (dismissed) back();
      if (said) toast.forget(said);
      toast.failed(error instanceof Error ? error.message : "Not saved.");
    }
  }

  return {
    isAway: (about: About) => hidden.has(nameOf(about)),
    dismiss: (about: About, ways: Ways) => {
      void set(about, true, ways);
      if (ways.said) toast.done(ways.said, { undo: () => void set(about, false, ways) });
    },
  };
}

function nameOf({ incidentKey, seq }: About): string {
  return `${incidentKey}#${seq}`;
}
