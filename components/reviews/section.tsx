import type { ReactNode } from "react";

interface SectionProps {
  /** Also the anchor that the list of sections leads to. */
  id: string;
  title: string;
  /** Beside the heading, quieter. */
  note?: ReactNode;
  /** At the end of the heading's line; not printed. */
  action?: ReactNode;
  children: ReactNode;
}

/** A headed part of the summary. */
export function Section({ id, title, note, action, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-5 scroll-mt-14 break-inside-avoid-page">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center gap-x-2">
        <h3 id={`${id}-title`} className="text-lg tracking-[-.012em]">
          {title}
        </h3>
        {note && <span className="meta tabular-nums">{note}</span>}
        {action && <span className="ml-auto flex items-center gap-1 print:hidden">{action}</span>}
      </div>
      {children}
    </section>
  );
}
