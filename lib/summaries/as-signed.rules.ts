import type { SummaryDto } from "./dto";
import type { Derived } from "./schemas";

type Criterion = Derived["criteria"][number];

/** The sign-off that stands for the newest version; null without one. */
export function signOffOf({
  signedVersion,
  decisions,
}: Pick<SummaryDto, "signedVersion" | "decisions">): SummaryDto["decisions"][number] | null {
  const found = decisions.find(
    ({ kind, version, voidedAt }) => kind === "signed_off" && version === signedVersion && voidedAt === null,
  );
  return found ?? null;
}

/**
 * An exit criterion of a version as it stands once that version is signed off: the version was written before, and
 * the sign-off meets the open criteria of "closed" by itself.
 * @param signOff of this version; nothing changes without one
 */
export function asSigned(row: Criterion, signOff: { personId: string } | null): Criterion {
  if (!signOff || row.gate !== "closed" || row.state !== "open") return row;
  return { ...row, state: "met", byId: signOff.personId };
}
