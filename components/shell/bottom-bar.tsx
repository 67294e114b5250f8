"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { isIn, isRoom, PLACES } from "./places";

/** The navigation of a phone. The pages of an incident have their own dock in its place. */
export function BottomBar() {
  const path = usePathname();
  if (isRoom(path)) return null;
  return (
    <nav
      aria-label="Main"
      className="border-line bg-surface sticky bottom-0 z-20 grid grid-cols-4 border-t pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      {PLACES.map((place) => (
        <BarTab key={place.href} href={place.href} current={isIn(place, path)} icon={place.icon}>
          {place.label}
        </BarTab>
      ))}
    </nav>
  );
}

interface BarTabProps {
  href: string;
  icon: React.ComponentProps<typeof Icon>["name"];
  current: boolean;
  children: React.ReactNode;
}

/** One tab of a bar at the bottom of a phone. */
export function BarTab({ href, icon, current, children }: BarTabProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      className={cn(
        "text-2xs/3.5 relative grid min-h-13 content-center justify-items-center gap-0.5",
        current
          ? "text-ink before:bg-ink font-bold before:absolute before:-top-px before:h-0.5 before:w-7 before:rounded-xs"
          : "text-ink-3 font-medium",
      )}
    >
      <Icon name={icon} size="xl" />
      <span className="tabular-nums">{children}</span>
    </Link>
  );
}
