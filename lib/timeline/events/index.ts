import type { z } from "zod";
import { administrationEvents } from "./administration";
import { checklistEvents } from "./checklist";
import { incidentEvents } from "./incident";
import { recordEvents } from "./record";
import { summaryEvents } from "./summary";
import { timeBoxEvents } from "./time-box";
import { updateEvents } from "./update";

export type { TextRef } from "./common";

/** Every kind of event with the schema of its data, at its present version. */
const events = {
  ...incidentEvents,
  ...recordEvents,
  ...checklistEvents,
  ...timeBoxEvents,
  ...updateEvents,
  ...summaryEvents,
  ...administrationEvents,
} as const;

/**
 * Kinds whose shape has changed: the upgrades of stored data, from version 1 to 2, from 2 to 3, … All other kinds are
 * at version 1. What an upgrade returns is parsed as the present shape.
 */
const upgrades: { [K in EventKind]?: readonly ((data: object) => object)[] } = {
  "runbook.imported": [(data) => ({ ...data, choices: null })],
  // Checks were told apart by their number.
  "step.checked": [
    ({ index, ...data }: { index?: unknown }) => ({
      ...data,
      ...{ check: `#${String(index)}`, runbookVersionId: null, filled: null },
    }),
  ],
  // What came after its draft was told by no update.
  "update.posted": [(data) => ({ ...data, draftedTo: null })],
};

/** The version in which a kind is written today. */
export function versionOf(kind: EventKind): number {
  return 1 + (upgrades[kind]?.length ?? 0);
}

export type EventKind = keyof typeof events;
export type EventData<K extends EventKind> = z.infer<(typeof events)[K]>;

/** A kind with its data, as a union that `switch (event.kind)` narrows. */
export type DomainEvent = { [K in EventKind]: { kind: K; data: EventData<K> } }[EventKind];

/** Who an entry says acted. */
export interface EntryActor {
  kind: "person" | "token" | "system";
  id: string | null;
  via: string;
}

/** An interface of its own: to compare two of them costs the compiler a name, not their schemas. */
interface EntryWith<K extends EventKind> {
  kind: K;
  data: EventData<K>;
  streamId: string;
  seq: number;
  version: number;
  actor: EntryActor;
  /** When the console wrote it: UTC, ISO 8601, milliseconds. */
  at: string;
  /** When it happened, if somebody said so. */
  occurredAt: string | null;
  texts: Record<string, string | null>;
}

/** An entry of one of these kinds. */
export type EntryOf<K extends EventKind> = { [Kind in EventKind]: EntryWith<Kind> }[K];

/** An entry as it is read and sent: data parsed, texts beside it (null: redacted). */
export type Entry = EntryOf<EventKind>;

export const eventKinds = Object.keys(events) as EventKind[];

/**
 * Parses stored data again; what an earlier version wrote becomes the present shape.
 * @throws ZodError when the stored JSON is not what `kind` says; Error for a kind or version not known
 */
export function parseEvent(kind: string, version: number, data: unknown): DomainEvent {
  if (!isEventKind(kind) || version < 1 || version > versionOf(kind))
    throw new Error(`Unknown event ${kind}@${version}`);
  const present = (upgrades[kind] ?? []).slice(version - 1).reduce<unknown>(upgrade, data);
  return { kind, data: events[kind].parse(present) } as DomainEvent;
}

function upgrade(data: unknown, one: (data: object) => object): unknown {
  return typeof data === "object" && data !== null ? one(data) : data;
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(events, kind);
}
