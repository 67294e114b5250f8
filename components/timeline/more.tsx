"use client";

import { Button } from "@/components/ui/button";

/** Asks for the next page. */
export function More({ label, onShow, busy }: { label: string; onShow: () => void; busy?: boolean }) {
  return (
    <div className="grid justify-center py-2">
      <Button size="sm" variant="quiet" busy={busy} onClick={onShow}>
        {label}
      </Button>
    </div>
  );
}
