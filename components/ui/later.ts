"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { toast } from "./toast";

const AGAIN_MS = 3_000;
// A console that was updated since has other parts than this page asks for.
const WORDS =
  "This could not be fetched: it comes once the console answers. If the console was updated, load the page anew.";

/**
 * A part of a page that is fetched when it is first drawn. Where the console cannot be reached the page goes on without it,
 * and it comes once that is over.
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  // What is shown meanwhile, be it nothing, bounds what waits: without it the whole page would.
  return dynamic<Props>(() => untilLoaded(load), { loading: () => null });
}

/** Tries until it works. Whoever waits is told so once. */
export async function untilLoaded<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let told = false; ; told = true) {
    try {
      return await load();
    } catch {
      if (!told) toast.failed(WORDS);
      await new Promise((again) => setTimeout(again, AGAIN_MS));
    }
  }
}
