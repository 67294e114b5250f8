import type { ReadContext } from "@/lib/db/context";
import { verifySummary } from "@/lib/summaries/verify-summary";
import type { NotedHead, Verification } from "@/lib/timeline/verify/types";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";

/**
 * Verifies a stream, and the summary that its entries vouch for. The caller has asked the policy.
 * @param noted a head that was noted elsewhere, to find out whether the end was cut off since
 * @throws Failure `not_found` when there is no such stream
 */
export async function verifyRecord(
  ctx: Pick<ReadContext, "db">,
  streamId: string,
  noted?: NotedHead,
): Promise<Verification> {
  const found = await verifyStream(ctx, streamId, noted);
  // A broken timeline vouches for nothing.
  if (!found.ok) return found;
  const summary = await verifySummary(ctx, streamId);
  return {
    ...found,
    ok: summary.problems.length === 0,
    problems: summary.problems,
    redacted: [...found.redacted, ...summary.redacted].sort((a, b) => a.seq - b.seq),
  };
}
