"use client";

import { useEffect } from "react";
import { atRest } from "@/components/api/at-rest";
import { useMe } from "@/components/api/me";
import { lookForConsole, noteReach } from "@/components/api/reach";
import { useAway } from "@/components/live/use-away";
import { useLiveMessages } from "@/components/live/use-live";
import { canKeepRooms } from "./kept-page";
import { startKeeper, wakeKeeper } from "./kept";

const LOOK_EVERY_MS = 5_000;

/** Looks after what is kept without a connection. Mounted once, around every page; its code comes when the page is at rest. */
export function OfflineHost() {
  const { id } = useMe();
  useEffect(() => {
    atRest(() => {
      startKeeper(id);
      if (canKeepRooms()) void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
      // A skip asks why, also without a connection: neither its dialog nor its menu can be fetched then.
      void import("@/components/checklists/words-dialog").catch(() => undefined);
      void import("@/components/ui/menu-panel").catch(() => undefined);
    });
  }, [id]);
  const away = useAway();
  useEffect(() => {
    if (!away) return;
    // Where only the stream is held up, nothing else would find the console again, and dialogs wait for that.
    const timer = setInterval(() => void lookForConsole(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [away]);
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
