import type { ReadContext } from "@/lib/db/context";
import { inSnapshot } from "@/lib/db/in-snapshot";
import { canonical, sha256 } from "@/lib/timeline/hash.rules";
import { readAllEntries } from "@/lib/timeline/read";
import type { Verification } from "@/lib/timeline/verify/types";
import { verifyVersions } from "./verify-versions.rules";

const BINDING = ["summary.submitted", "summary.returned", "summary.signed_off", "summary.redacted"] as const;

/** Whether the versions of an incident's summary are what its timeline says was decided on. */
export function verifySummary(
  ctx: Pick<ReadContext, "db">,
  incidentId: string,
): Promise<Pick<Verification, "problems" | "redacted">> {
  return inSnapshot(ctx.db, async (db) => {
    const entries = await readAllEntries({ db }, incidentId, BINDING);
    const rows = await db.summaryVersion.findMany({
      where: { summary: { incidentId } },
      select: { number: true, body: true, sha256: true },
    });
    const versions = rows.map(({ body, ...row }) => ({ ...row, contentHash: sha256(canonical(body)) }));
    return verifyVersions(entries, versions);
  });
}
