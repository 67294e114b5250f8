import type { ReactNode } from "react";

interface ProfileSectionProps {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** One part of the profile: what it is about at the left, its controls at the right; above each other on a phone. */
export function ProfileSection({ title, text, children }: ProfileSectionProps) {
  return (
    <section
      aria-label={title}
      className="border-line grid gap-x-8 gap-y-3 border-t py-6 first:border-t-0 md:grid-cols-[200px_minmax(0,1fr)]"
    >
      <div>
        <h2 className="text-base">{title}</h2>
        {text && <p className="meta mt-0.5">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
