"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { ADMIN_PLACES } from "./admin-places";

/** Leads between the pages of the administration. */
export function AdminNav() {
  const path = usePathname();
  return (
    <nav
      aria-label="Administration"
      className="border-line flex flex-none gap-0.5 overflow-x-auto border-b px-4"
    >
      {ADMIN_PLACES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={path.startsWith(href) ? "page" : undefined}
          className={cn(
            "phone:h-11 -mb-px flex h-9.5 items-center border-b-2 px-2 font-medium whitespace-nowrap",
            path.startsWith(href)
              ? "border-ink text-ink font-semibold"
              : "text-ink-2 hover:text-ink border-transparent",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
