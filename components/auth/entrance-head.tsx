import type { ReactNode } from "react";

/** What a page outside the console is for, and for whom. */
export function EntranceHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div>
      <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
      {children && <p className="text-ink-2 mt-1 text-base">{children}</p>}
    </div>
  );
}
