/** A section of a runbook, as far as it matters for what is begun with it. */
export interface PartSection {
  key: string;
  title: string;
  /** The section that it is a part of. */
  parentKey: string | null;
  /** Whether it holds anything to walk. */
  walkable: boolean;
}

/** What of a runbook an incident may begin with. */
export interface Part {
  title: string;
  /** Of the section and those below it: what there is to walk. */
  sectionKeys: string[];
}

/**
 * The part of a runbook that a section is: itself and what stands below it, as far as there is something to walk.
 * @returns null where that is nothing, or all that the runbook has
 */
export function partOf(sections: readonly PartSection[], key: string | null): Part | null {
  const section = sections.find((candidate) => candidate.key === key);
  if (!section) return null;
  const within = new Set([section.key]);
  // Sections stand in the order of the source: a part comes after what it is a part of.
  for (const { key: own, parentKey } of sections) if (parentKey && within.has(parentKey)) within.add(own);
  const walkable = sections.filter((each) => each.walkable).map((each) => each.key);
  const sectionKeys = walkable.filter((each) => within.has(each));
  if (sectionKeys.length === 0 || sectionKeys.length === walkable.length) return null;
  return { title: section.title, sectionKeys };
}
