"use client";

import { useEffect } from "react";
import { clockState, clockTone, clockWords, type ClockSlot } from "@/components/clock/clock.rules";
import { useServerNow } from "@/components/clock/use-server-now";

interface PageTitleProps {
  /** `INC-42 Tasks stuck in pending`. */
  text: string;
  /** Starts the title with the time left; the icon turns red when overdue. */
  slot?: ClockSlot | null;
  /** Before everything: something that waits for this person, such as "Command offered". */
  notice?: string | null;
}

/** Keeps the window's title and icon true, also while it is hidden. The page then names no title of its own. */
export function PageTitle({ text, slot = null, notice = null }: PageTitleProps) {
  const now = useServerNow({ whenHidden: true });
  const words = slot && now > 0 ? clockWords(slot, now) : null;
  const late = slot !== null && clockTone(clockState(slot, now)) === "late";

  useEffect(() => {
    if (!late) return;
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];
    const before = links.map((link) => link.href);
    links.forEach((link) => (link.href = "/favicon-overdue.svg"));
    return () => links.forEach((link, index) => (link.href = before[index] ?? link.href));
  }, [late]);

  return <title>{[notice, words, text, "Quarterdeck"].filter(Boolean).join(" · ")}</title>;
}
