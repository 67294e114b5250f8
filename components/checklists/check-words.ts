import type { CheckState } from "@/lib/timeline/fold/state";

/** "200 in 34 ms"; without an answer, how long it was waited for. */
export function checkWords({ status, ms }: Pick<CheckState, "status" | "ms">): string {
  return status === null ? `no answer, ${ms} ms` : `${status} in ${ms} ms`;
}

/** What came of a step's checks in a few words, for its line: "GET … 200 in 34 ms, as expected". */
export function checkLine(check: CheckState): string {
  const verdict = check.passed === null ? "" : check.passed ? ", as expected" : ", not as expected";
  return `${check.request.value ?? "[redacted]"}: ${checkWords(check)}${verdict}`;
}
