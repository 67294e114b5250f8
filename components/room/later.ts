import dynamic from "next/dynamic";

/** Parts that many rooms do not show at first. A room that is drawn with one brings it along. */
const parts = {
  answers: () => import("@/components/checklists/decision-card"),
  evidence: () => import("@/components/checklists/evidence-image"),
  kept: () => import("@/components/offline/kept-acts"),
  linked: () => import("@/components/checklists/linked-place"),
  newer: () => import("@/components/checklists/newer-version"),
  options: () => import("@/components/checklists/options-card"),
  timeBox: () => import("@/components/checklists/time-box"),
};

export const Answers = dynamic(() => parts.answers().then((part) => part.Answers));
export const EvidenceImage = dynamic(() => parts.evidence().then((part) => part.EvidenceImage));
export const KeptActs = dynamic(() => parts.kept().then((part) => part.KeptActs));
export const LinkedPlace = dynamic(() => parts.linked().then((part) => part.LinkedPlace));
export const NewerVersion = dynamic(() => parts.newer().then((part) => part.NewerVersion));
export const Options = dynamic(() => parts.options().then((part) => part.Options));
export const RefusedAct = dynamic(() => parts.kept().then((part) => part.RefusedAct));
export const TimeBox = dynamic(() => parts.timeBox().then((part) => part.TimeBox));

/** Fetches them all, so that they are there when the connection goes. */
export function fetchLaterParts(): void {
  for (const load of Object.values(parts)) void load().catch(() => undefined);
}
