import type { z } from "zod";
import { administrationEvents } from "./administration";
import { checklistEvents } from "./checklist";
import { incidentEvents } from "./incident";
import { recordEvents } from "./record";
import { summaryEvents } from "./summary";
import { updateEvents } from "./update";

export type { TextRef } from "./common";

/** Every kind of event with the schema of its data, at its present version. */
const events = {
  ...incidentEvents,
  ...recordEvents,
  ...checklistEvents,
  ...updateEvents,
  ...summaryEvents,
  ...administrationEvents,
} as const;

/** All are at version 1; a changed shape adds `"kind@2"` here and an upgrade where events are parsed. */
export const EVENT_VERSION = 1;

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

/** An entry as it is read and sent: data parsed, texts beside it (null: redacted). */
export type Entry = DomainEvent & {
  streamId: string;
  seq: number;
  version: number;
  actor: EntryActor;
  /** When the console wrote it: UTC, ISO 8601, milliseconds. */
  at: string;
  /** When it happened, if somebody said so. */
  occurredAt: string | null;
  texts: Record<string, string | null>;
};

export const eventKinds = Object.keys(events) as EventKind[];

/**
 * Parses stored data again.
 * @throws ZodError when the stored JSON is not what `kind` says; Error for a kind or version not known
 */
export function parseEvent(kind: string, version: number, data: unknown): DomainEvent {
  if (!isEventKind(kind) || version !== EVENT_VERSION) throw new Error(`Unknown event ${kind}@${version}`);
  return { kind, data: events[kind].parse(data) } as DomainEvent;
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(events, kind);
}
