import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { fetchWrittenSteps } from "@/components/checklists/written-steps";
import { later } from "@/components/ui/later";

/** Parts that many rooms do not show: they follow the code of the room, which does not wait for them. */
const parts = {
  answers: () => import("@/components/checklists/decision-card"),
  checks: () => import("@/components/checklists/step-checks"),
  command: () => import("@/components/incidents/command/command-notice"),
  correction: () => import("@/components/ui/timeline-correction"),
  details: () => import("@/components/timeline/details"),
  entryMenu: () => import("@/components/timeline/entry-menu"),
  evidence: () => import("@/components/checklists/evidence-image"),
  filterItems: () => import("@/components/timeline/filter-items"),
  filled: () => import("@/components/checklists/filled-warning"),
  kept: () => import("@/components/offline/kept-acts"),
  jump: () => import("@/components/timeline/jump-to-time"),
  notices: () => import("@/components/timeline/list-notices"),
  lastUpdate: () => import("./last-update"),
  linked: () => import("@/components/checklists/linked-place"),
  merged: () => import("./merged-into"),
  missed: () => import("@/components/incidents/command/commander-missed"),
  mentions: () => import("@/components/timeline/mention-list"),
  newer: () => import("@/components/checklists/newer-version"),
  noteOptions: () => import("@/components/timeline/note-options"),
  options: () => import("@/components/checklists/options-card"),
  personMenu: () => import("@/components/incidents/people/person-menu"),
  pinned: () => import("@/components/timeline/pinned-lines"),
  secondActs: () => import("@/components/checklists/second-acts"),
  stepMenu: () => import("@/components/checklists/step-menu"),
  stillOpen: () => import("@/components/checklists/still-open"),
  timeBox: () => import("@/components/checklists/time-box"),
  updateFootnote: () => import("@/components/updates/update-footnote"),
};

// A page that was rendered with some of them waits for each, and begins anew after it: all at once, not one after another.
if (typeof window !== "undefined") fetchParts();

export const Answers = part(() => parts.answers().then((m) => m.Answers));
export const CommandNotice = part(() => parts.command().then((m) => m.CommandNotice));
export const Details = part(() => parts.details().then((m) => m.Details));
export const EvidenceImage = part(() => parts.evidence().then((m) => m.EvidenceImage));
export const FilledWarning = part(() => parts.filled().then((m) => m.FilledWarning));
export const KeptActs = part(() => parts.kept().then((m) => m.KeptActs));
export const LastUpdate = part(() => parts.lastUpdate().then((m) => m.LastUpdate));
export const LinkedPlace = part(() => parts.linked().then((m) => m.LinkedPlace));
export const MergedInto = part(() => parts.merged().then((m) => m.MergedInto));
export const NewerVersion = part(() => parts.newer().then((m) => m.NewerVersion));
export const Options = part(() => parts.options().then((m) => m.Options));
export const PinnedLines = part(() => parts.pinned().then((m) => m.PinnedLines));
export const SecondActs = part(() => parts.secondActs().then((m) => m.SecondActs));
export const StepChecks = part(() => parts.checks().then((m) => m.StepChecks));
export const StillOpen = part(() => parts.stillOpen().then((m) => m.StillOpen));
export const TimeBox = part(() => parts.timeBox().then((m) => m.TimeBox));
export const TimelineCorrection = part(() => parts.correction().then((m) => m.TimelineCorrection));
export const UpdateFootnote = part(() => parts.updateFootnote().then((m) => m.UpdateFootnote));

// Not on the screen at first: nothing waits for them.
export const Elsewhere = later(() => parts.notices().then((m) => m.Elsewhere));
export const CommanderMissed = later(() => parts.missed().then((m) => m.CommanderMissed));
export const JumpToTime = later(() => parts.jump().then((m) => m.JumpToTime));
export const MentionList = later(() => parts.mentions().then((m) => m.MentionList));
export const NoteOptions = later(() => parts.noteOptions().then((m) => m.NoteOptions));
export const Waiting = later(() => parts.notices().then((m) => m.Waiting));

/** Fetches what else a room may need, so that it is there when the connection goes. */
export function fetchLaterParts(): void {
  fetchParts();
  void fetchWrittenSteps().catch(() => undefined);
}

function fetchParts(): void {
  for (const load of Object.values(parts)) void load().catch(() => undefined);
}

/** What the page was rendered with stands there from the first. Only where the connection went before, it comes later. */
function part<Props>(load: () => Promise<ComponentType<Props>>) {
  return dynamic<Props>(() => load().catch(() => later(load)));
}
