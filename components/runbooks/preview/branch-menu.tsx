"use client";

import { Button } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { MenuItem } from "@/components/ui/menu-items";
import { AnswerLabel, LinkWords } from "../reading/answer-label";
import { withLink } from "./changes.rules";
import { useEditing, type LinkedBranch } from "./editing";

interface BranchMenuProps {
  branch: LinkedBranch;
}

/** An answer, as a button that opens where it can lead besides its node. */
export function BranchMenu({ branch }: BranchMenuProps) {
  const { choose, onLink, titles } = useEditing();
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
        <AnswerLabel label={label} />
      )}
      {link && <LinkWords link={link} titles={titles} />}
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
