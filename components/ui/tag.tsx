import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icons";

const tagClass = cva("inline-flex items-center gap-1 rounded-xs px-1.5 text-xs font-medium tabular-nums", {
  variants: {
    tone: {
      plain: "bg-sunken text-ink-2",
      good: "bg-good-soft text-good",
      warn: "bg-warn-soft text-warn",
      bad: "bg-bad-soft text-bad",
      act: "bg-act-soft text-act",
    },
    // Several words may stand where there is no room for them in one line.
    wraps: { true: "min-h-4.5 max-w-full", false: "h-4.5 whitespace-nowrap" },
  },
  defaultVariants: { tone: "plain", wraps: false },
});

interface TagProps {
  tone?: "plain" | "good" | "warn" | "bad" | "act";
  icon?: IconName;
  wraps?: boolean;
  className?: string;
  children: ReactNode;
}

/** A word or two about the state of something. The colour only repeats what the word says. */
export function Tag({ tone, icon, wraps, className, children }: TagProps) {
  return (
    <span className={cn(tagClass({ tone, wraps }), className)}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
    </span>
  );
}
