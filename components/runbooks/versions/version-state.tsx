import { Tag } from "@/components/ui/tag";
import type { VersionDto } from "@/lib/runbooks/dto";

/** Whether a version is published, or a draft; one that was published before says nothing. */
export function VersionState({ state }: Pick<VersionDto, "state">) {
  if (state === "published") return <Tag tone="good">published</Tag>;
  return state === "draft" ? <Tag tone="act">draft</Tag> : null;
}
