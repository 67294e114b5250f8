"use client";

import { useEffect } from "react";
import { atRest } from "@/components/api/at-rest";
import { useMe } from "@/components/api/me";
import { isAway, lookForConsole, reach } from "@/components/api/reach";
import { live } from "@/components/live/live";
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
    // A single request that went wrong is no dead line; and nothing else would find the console again.
    void lookForConsole();
    const timer = setInterval(() => void lookForConsole(), LOOK_EVERY_MS);
    const { since } = reach.get();
    return () => {
      clearInterval(timer);
      live.renew(since);
      // After a blink the keeper's own pause stands: an act that no line takes would go out over and over.
      if (Date.now() - since >= LOOK_EVERY_MS) wakeKeeper();
    };
  }, [away]);
  useEffect(() => {
    // What the browser says of its network is a reason to ask: a console on this machine is there without one.
    const look = () => void lookForConsole().then(wakeKeeper);
    const lookAgain = () => document.visibilityState === "visible" && (isAway() ? look() : wakeKeeper());
    addEventListener("online", look);
    addEventListener("offline", look);
    document.addEventListener("visibilitychange", lookAgain);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
      document.removeEventListener("visibilitychange", lookAgain);
    };
  }, []);
  useLiveMessages((message) => {
    if (message.type !== "state") return;
    if (message.state === "reconnecting" || isAway()) void lookForConsole();
    else if (message.state === "live") wakeKeeper();
  });
  return null;
}
