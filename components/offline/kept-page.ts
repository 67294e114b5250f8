"use client";

import { createStore } from "@/components/ui/store";
import { serverNow } from "@/components/clock/server-time";

const CLOCK = "qd-clock";

/** When what is shown was the present, on a page that opened without a network: server time, milliseconds. Else null. */
export const restoredAt = createStore<number | null>(null);

/** Whether this browser can keep rooms at all: only over HTTPS, or on this machine. */
export function canKeepRooms(): boolean {
  return typeof navigator !== "undefined" && "serviceWorker" in navigator;
}

/** Whether this page came from the service worker and not from the console. */
export function isKeptPage(): boolean {
  return document.documentElement.hasAttribute("data-kept");
}

/** What is shown is the present again, however the page was opened. */
export function noteLive(): void {
  document.documentElement.removeAttribute("data-kept");
  restoredAt.set(() => null);
}

/** Remembers how far this device's clock is from the server's, for a page that opens without a network. */
export function rememberClock(): void {
  try {
    localStorage.setItem(CLOCK, String(serverNow() - Date.now()));
  } catch {
    // The clock then runs by this device alone.
  }
}

/** The server's time as this device knows it, milliseconds since 1970. */
export function rememberedServerTime(): number {
  try {
    return Date.now() + Number(localStorage.getItem(CLOCK) ?? 0);
  } catch {
    return Date.now();
  }
}
