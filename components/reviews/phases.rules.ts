import type { Derived } from "@/lib/summaries/schemas";

/** One stretch of the bar; the times are milliseconds since 1970. */
export interface Stretch {
  status: Derived["phases"][number]["status"] | "before";
  from: number;
  to: number;
  /** Of the whole, 0 to 1. */
  share: number;
}

/** The stretches of an incident from its start to its resolution; `before` is what passed until it was declared. */
export function stretchesOf({ phases, keyTimes }: Pick<Derived, "phases" | "keyTimes">): Stretch[] {
  const declared = Date.parse(keyTimes.declaredAt);
  const started = keyTimes.startedAt === null ? declared : Date.parse(keyTimes.startedAt);
  const stretches = [
    ...(started < declared ? [{ status: "before" as const, from: started, to: declared }] : []),
    ...phases.map(({ status, from, to }) => ({ status, from: Date.parse(from), to: Date.parse(to) })),
  ].filter(({ from, to }) => to > from);
  const whole = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  return stretches.map((stretch) => ({ ...stretch, share: (stretch.to - stretch.from) / whole }));
}
