"use client";

import { Button } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { MenuItem } from "@/components/ui/menu-items";
import type { LinkTarget } from "@/lib/runbooks/parse/types";
import { withLink } from "./changes.rules";
import { useEditing, type LinkedBranch } from "./editing";

interface BranchMenuProps {
  branch: LinkedBranch;
}

/** An answer, as a button that opens where it can lead besides its node. */
export function BranchMenu({ branch }: BranchMenuProps) {
  const { choose, onLink } = useEditing();
  const { label, link } = branch;
  return (
    <div className="mb-1 flex min-w-0 flex-wrap items-center gap-x-1.5">
      {choose ? (
        <DropdownMenu
          align="start"
          items={items()}
          trigger={
            <Button
              size="sm"
              data-piece=""
              aria-label={`Answer: ${label}`}
              className="rounded-full font-semibold"
            >
              {label}
              <Icon name="chevron-down" size="xs" />
            </Button>
          }
        />
      ) : (
        <span className="border-line-strong rounded-full border px-2 text-xs/5 font-semibold">{label}</span>
      )}
      {link && <LinkWords link={link} />}
    </div>
  );

  function items(): MenuItem[] {
    return [
      {
        label: link ? "Lead somewhere else…" : "Link to a section or runbook…",
        icon: "link",
        onSelect: () => onLink(branch),
      },
      ...(link
        ? [
            {
              label: "Take the link away",
              icon: "cross" as const,
              onSelect: () =>
                choose?.((before) => withLink(before, branch, null), `“${label}” is not linked`),
            },
          ]
        : []),
    ];
  }
}

/** Where a linked branch leads, in words. */
export function LinkWords({ link }: { link: LinkTarget }) {
  const { titles } = useEditing();
  const words = link.runbookSlug ?? titles.get(link.sectionKey ?? "") ?? "a section that is not there";
  return (
    <span className="text-ink-2 flex min-w-0 items-center gap-1 text-xs">
      <Icon name="link" size="xs" /> <span className="truncate">{words}</span>
    </span>
  );
}
