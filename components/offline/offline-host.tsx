"use client";

import { useEffect } from "react";
import { useMe } from "@/components/api/me";
import { lookForConsole, noteReach } from "@/components/api/reach";
import { useLiveMessages } from "@/components/live/use-live";
import { canKeepRooms } from "./kept-page";
import { startKeeper, wakeKeeper } from "./kept";

/** Looks after what is kept without a connection. Mounted once, around every page; its code comes when the page is at rest. */
export function OfflineHost() {
  const { id } = useMe();
  useEffect(() => {
    const later = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
    later(() => {
      startKeeper(id);
      if (canKeepRooms()) void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
      // A skip asks why, also without a connection: its dialog cannot be fetched then.
      void import("@/components/checklists/words-dialog").catch(() => undefined);
    });
  }, [id]);
  useLiveMessages((message) => {
    if (message.type !== "state") return;
    if (message.state === "reconnecting") void lookForConsole();
    if (message.state === "live") {
      noteReach(true);
      wakeKeeper();
    }
  });
  return null;
}
