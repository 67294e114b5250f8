"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Mark } from "./mark";
import { isIn, PLACES } from "./places";
import { ProfileMenu } from "./profile-menu";
import { ThemeSwitch } from "./theme-switch";
import type { Theme } from "./theme.rules";

const ITEM = "relative grid size-8 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink";

/** The navigation at the left edge, 48 px wide; a phone has the bottom bar instead. */
export function NavRail({ theme }: { theme: Theme }) {
  const path = usePathname();
  return (
    <nav
      aria-label="Main"
      className="border-line bg-canvas phone:hidden sticky top-0 z-20 flex h-dvh w-12 flex-none flex-col items-center gap-1 border-r py-2.5 print:hidden"
    >
      <Link href="/" prefetch={false} aria-label="Quarterdeck, my day" className={cn(ITEM, "text-ink mb-2")}>
        <Mark className="size-5.5" />
      </Link>
      {PLACES.map((place) => {
        const here = isIn(place, path);
        return (
          <Link
            key={place.href}
            href={place.href}
            prefetch={false}
            aria-label={place.label}
            title={place.label}
            aria-current={here ? "page" : undefined}
            className={cn(
              ITEM,
              here &&
                "bg-hover text-ink before:bg-ink before:absolute before:inset-y-2 before:-left-2 before:w-0.5 before:rounded-xs",
            )}
          >
            <Icon name={place.icon} size="lg" />
          </Link>
        );
      })}
      <span className="flex-1" />
      <ThemeSwitch initial={theme} className={ITEM} />
      <ProfileMenu side="right" className={ITEM} />
    </nav>
  );
}
