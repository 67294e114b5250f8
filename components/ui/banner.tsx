import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icons";

const bannerClass = cva("phone:flex-wrap flex items-start gap-2.5 rounded-sm border px-3.5 py-2 text-left", {
  variants: {
    tone: {
      plain: "border-line-strong bg-surface",
      warn: "border-warn-line bg-warn-soft text-warn",
      bad: "border-bad bg-bad-soft text-bad",
      good: "border-good bg-good-soft text-good",
    },
  },
});

const ICON_OF = { plain: "info", warn: "incident", bad: "incident", good: "check" } as const;

interface BannerProps {
  tone?: keyof typeof ICON_OF;
  icon?: IconName;
  /** What happened, in one sentence. */
  title: ReactNode;
  action?: ReactNode;
  className?: string;
  /** What that means and what to do next. */
  children?: ReactNode;
}

/** News that stays until it no longer holds: not live, a conflict, a voided sign-off. */
export function Banner({ tone = "plain", icon, title, action, className, children }: BannerProps) {
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={cn(bannerClass({ tone }), className)}>
      <Icon name={icon ?? ICON_OF[tone]} className="mt-px" />
      <p className="phone:basis-52 min-w-0 flex-1">
        <strong className="font-semibold">{title}</strong> {children}
      </p>
      {action && <div className="text-ink -my-0.5 flex flex-wrap gap-1.5 sm:flex-none">{action}</div>}
    </div>
  );
}
