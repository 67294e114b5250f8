export interface Earliest {
  /** Asks for it, this many milliseconds from now at the latest. */
  within: (ms: number) => void;
  cancel: () => void;
}

/** Work that is asked for again and again: done once, at the earliest time asked for. A later asking never puts it off. */
export function earliest(work: () => void): Earliest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  const cancel = () => {
    clearTimeout(timer);
    due = Infinity;
  };
  return {
    within: (ms) => {
      const at = performance.now() + ms;
      if (at >= due) return;
      cancel();
      due = at;
      timer = setTimeout(() => {
        due = Infinity;
        work();
      }, ms);
    },
    cancel,
  };
}
