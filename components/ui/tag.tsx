import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icons";

const tagClass = cva(
  "inline-flex h-4.5 items-center gap-1 rounded-xs px-1.5 text-xs font-medium whitespace-nowrap tabular-nums",
  {
    variants: {
      tone: {
        plain: "bg-sunken text-ink-2",
        good: "bg-good-soft text-good",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
        act: "bg-act-soft text-act",
      },
    },
    defaultVariants: { tone: "plain" },
  },
);

interface TagProps {
  tone?: "plain" | "good" | "warn" | "bad" | "act";
  icon?: IconName;
  className?: string;
  children: ReactNode;
}

/** A word or two about the state of something. The colour only repeats what the word says. */
export function Tag({ tone, icon, className, children }: TagProps) {
  return (
    <span className={cn(tagClass({ tone }), className)}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
    </span>
  );
}
