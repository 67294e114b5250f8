import type { MenuItem } from "@/components/ui/menu-items";
import { groupLabels, kindGroups } from "@/lib/record/kinds.rules";
import type { TimelineView } from "./view.rules";

export interface FilterProps {
  view: TimelineView;
  onChange: (view: TimelineView) => void;
  people: readonly { id: string; name: string }[];
}

/** What the timeline can be narrowed down to. */
export function filterItems({ view, onChange, people }: FilterProps): MenuItem[] {
  const set = (change: Partial<TimelineView>) => onChange({ ...view, ...change });
  return [
    {
      label: "All kinds",
      checked: view.group === null && !view.pinnedOnly,
      onSelect: () => set({ group: null, pinnedOnly: false }),
    },
    ...kindGroups.map((group) => ({
      label: groupLabels[group],
      checked: view.group === group,
      onSelect: () => set({ group: view.group === group ? null : group }),
    })),
    { label: "Pinned", checked: view.pinnedOnly, onSelect: () => set({ pinnedOnly: !view.pinnedOnly }) },
    { separator: true },
    { heading: "By" },
    { label: "Everyone", checked: view.personId === null, onSelect: () => set({ personId: null }) },
    ...people.map(({ id, name }) => ({
      label: name,
      checked: view.personId === id,
      onSelect: () => set({ personId: view.personId === id ? null : id }),
    })),
  ];
}
