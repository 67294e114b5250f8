"use client";

import { useWrite } from "@/components/api/use-write";
import { toast } from "@/components/ui/toast";

/** An entry that a mention or a notice is about. */
interface About {
  incidentKey: string;
  seq: number;
}

interface Ways {
  /** What was done, in words; absent: it goes without saying, and without an undo. */
  said?: string;
  /** Takes it off this screen. */
  hide: () => void;
  /** Brings it back: it was not put away after all. */
  show: () => void;
}

/** Puts a mention or a notice away, on all screens of this person and for good; it can be undone. */
export function useDismissal(): (about: About, ways: Ways) => void {
  const { mutateAsync } = useWrite<unknown, About & { dismissed: boolean }>(
    ({ incidentKey, seq, dismissed }) => ({
      method: dismissed ? "PUT" : "DELETE",
      path: `/incidents/${incidentKey}/entries/${seq}/dismissal`,
    }),
  );

  async function set({ incidentKey, seq }: About, dismissed: boolean, { said, hide, show }: Ways) {
    const [now, back] = dismissed ? [hide, show] : [show, hide];
    if (dismissed) now();
    try {
      await mutateAsync({ incidentKey, seq, dismissed });
      if (!dismissed) now();
    } catch (error) {
      back();
      if (said) toast.forget(said);
      toast.failed(error instanceof Error ? error.message : "Not saved.");
    }
  }

  return (about, ways) => {
    void set(about, true, ways);
    if (ways.said) toast.done(ways.said, { undo: () => void set(about, false, ways) });
  };
}
