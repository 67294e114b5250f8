import type { SummaryState } from "@/lib/summaries/state.rules";

const STATES: readonly string[] = ["draft", "in_review", "returned", "signed_off"] satisfies SummaryState[];

/** The filter in an address. @returns null for all that are not signed off, also when it is no state */
export function stateIn(value: string | null | undefined): SummaryState | null {
  return value && STATES.includes(value) ? (value as SummaryState) : null;
}
