"use client";

import { useEffect, useMemo, useRef } from "react";
import { toast } from "./toast";

/**
 * The toast that offers to undo the last change of something larger, such as a text. There is one at most: `dismiss` it
 * when an undo would take along what was changed since. It goes with the screen.
 */
export function useUndoToast() {
  const last = useRef<number | null>(null);
  const undoToast = useMemo(() => {
    function dismiss() {
      if (last.current !== null) toast.dismiss(last.current);
      last.current = null;
    }
    function offer(words: string, undo: () => void) {
      dismiss();
      last.current = toast.done(words, { undo });
    }
    return { offer, dismiss };
  }, []);
  useEffect(() => undoToast.dismiss, [undoToast]);
  return undoToast;
}
