import type { Slot } from "./cadence-state.rules";

/** Under this many updates due, a percentage says nothing: "too few". */
const enough = 3;

export interface Punctuality {
  onTime: number;
  late: number;
  missed: number;
  /** All that fell due: the three together. */
  due: number;
  /** Whole per cent; 100 only when all were on time. Null: too few to say. */
  onTimePercent: number | null;
}

/** How punctual the updates were. Open and stopped slots do not count. */
export function punctuality(history: readonly Pick<Slot, "outcome">[]): Punctuality {
  const count = (outcome: Slot["outcome"]) => history.filter((slot) => slot.outcome === outcome).length;
  const [onTime, late, missed] = [count("on_time"), count("late"), count("missed")];
  const due = onTime + late + missed;
  return { onTime, late, missed, due, onTimePercent: due < enough ? null : percent(onTime, due) };
}

function percent(part: number, whole: number): number {
  return part === whole ? 100 : Math.min(99, Math.round((100 * part) / whole));
}
