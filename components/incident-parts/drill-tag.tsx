import { Tag } from "@/components/ui/tag";

/** Marks a practice incident. */
export function DrillTag() {
  return <Tag icon="flag">Drill</Tag>;
}
