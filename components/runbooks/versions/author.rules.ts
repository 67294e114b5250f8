import type { VersionDto } from "@/lib/runbooks/dto";

/** Who made a version. Only the command line acts without a name. */
export function authorOf(
  { createdById }: Pick<VersionDto, "createdById">,
  personName: (id: string) => string,
): string {
  return createdById ? personName(createdById) : "the command line";
}
