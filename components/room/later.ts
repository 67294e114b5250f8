import dynamic from "next/dynamic";
import type { ComponentType } from "react";

/** Parts that many rooms do not show: fetched when one is first drawn, or when the page has come to rest. */
const parts = {
  answers: () => import("@/components/checklists/decision-card"),
  evidence: () => import("@/components/checklists/evidence-image"),
  linked: () => import("@/components/checklists/linked-place"),
  newer: () => import("@/components/checklists/newer-version"),
  options: () => import("@/components/checklists/options-card"),
  timeBox: () => import("@/components/checklists/time-box"),
};

export const Answers = later(() => parts.answers().then((part) => part.Answers));
export const EvidenceImage = later(() => parts.evidence().then((part) => part.EvidenceImage));
export const LinkedPlace = later(() => parts.linked().then((part) => part.LinkedPlace));
export const NewerVersion = later(() => parts.newer().then((part) => part.NewerVersion));
export const Options = later(() => parts.options().then((part) => part.Options));
export const TimeBox = later(() => parts.timeBox().then((part) => part.TimeBox));

/** Fetches them all, so that they are there when the connection goes. */
export function fetchLaterParts(): void {
  for (const load of Object.values(parts)) void load().catch(() => undefined);
}

/** Where the connection went before a part could be fetched, the room goes on without it. */
function later<Props>(load: () => Promise<ComponentType<Props>>) {
  return dynamic<Props>(() => load().catch((): ComponentType<Props> => Nothing));
}

function Nothing() {
  return null;
}
