import { newId } from "@/lib/kernel/ids";
import type { Signer } from "@/lib/kernel/signer";
import { versionOf, type DomainEvent, type EventData } from "@/lib/timeline/events";
import type { Severity } from "@/lib/timeline/events/common";
import { canonical, entryHash, GENESIS, headMessage } from "@/lib/timeline/hash.rules";
import { newText } from "@/lib/timeline/texts";
import { missedAt } from "@/lib/updates/advance.rules";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import type { CadenceState } from "@/lib/updates/cadence-state.rules";
import { applySlotEvent, notDeclared } from "@/lib/updates/slots.rules";

const MINUTE_MS = 60_000;

/** What one short incident differs in. */
export interface ShortIncident {
  number: number;
  title: string;
  severity: Severity;
  environmentId: string;
  serviceId: string;
  /** Declares it, and commands it. */
  personId: string;
  declaredAt: Date;
  /** Whether it is over: resolved after 9 minutes, before any update was due, and closed. */
  closed: boolean;
}

/** Rows by table, as the database names their columns. */
export type Rows = Record<string, Record<string, unknown>[]>;

/** The rows of an incident as its verbs would have left them: a true chain of entries, and a signed head. */
export function shortIncident(signer: Signer, incident: ShortIncident): Rows {
  const { personId, declaredAt, number, closed } = incident;
  const at = (minutes: number) => new Date(declaredAt.getTime() + minutes * MINUTE_MS);
  const id = newId();
  const title = newText(incident.title);
  const story = timeline(incident, title.ref);
  let hash = GENESIS;
  const entries = story.map(({ minute, ...event }, index) => {
    const facts = {
      ...{ streamId: id, seq: index + 1, kind: event.kind, version: versionOf(event.kind), data: event.data },
      actor: { kind: "person", id: personId, via: "session" } as const,
      ...{ at: at(minute).toISOString(), occurredAt: null },
    };
    hash = entryHash(hash, facts);
    const { seq, kind, version } = facts;
    const row = {
      stream_id: id,
      seq,
      kind,
      version,
      actor_kind: "person",
      actor_id: personId,
      via: "session",
    };
    return { ...row, at: at(minute), data: canonical(event.data), hash };
  });
  const cadence = clock(incident);
  const seq = entries.length;
  const headAt = at(story.at(-1)?.minute ?? 0);
  return {
    streams: [
      {
        ...{ id, kind: "incident", head_seq: seq, head_hash: hash, head_at: headAt },
        ...{ head_signature: signer.sign(headMessage(id, seq, hash)), head_key_id: signer.keyId },
      },
    ],
    timeline_entries: entries,
    entry_texts: [
      { id: title.ref.textId, stream_id: id, seq: 1, text: title.value, salt: bytea(title.salt) },
    ],
    incidents: [
      {
        ...{
          id,
          kind: "real",
          number,
          key: `INC-${number}`,
          title: title.value,
          title_text_id: title.ref.textId,
        },
        ...{ severity: incident.severity, environment_id: incident.environmentId, visibility: "everyone" },
        ...{ status: closed ? "closed" : "investigating", status_since: headAt, detection: "alert" },
        ...{ declared_at: at(0), declared_by_id: personId, acknowledged_at: at(1), commander_id: personId },
        ...{ command_since: at(1), resolved_at: closed ? at(9) : null, closed_at: closed ? at(20) : null },
        ...{ cadence, due_at: cadence.open && new Date(cadence.open.dueAt) },
      },
    ],
    incident_services: [{ incident_id: id, service_id: incident.serviceId }],
    participants: [{ incident_id: id, person_id: personId, role: "responder", joined_at: at(0) }],
    due_items: cadence.open
      ? [
          {
            ...{ id: newId(), incident_id: id, kind: "clock", key: "next" },
            due_at: new Date(missedAt(cadence.open)),
          },
        ]
      : [],
  };
}

type Told = DomainEvent & { minute: number };

function timeline(incident: ShortIncident, title: { textId: string; digest: string }): Told[] {
  const { personId, number, severity, environmentId, serviceId, closed } = incident;
  const declared: EventData<"incident.declared"> = {
    ...{ kind: "real", number, key: `INC-${number}`, title, severity, environmentId },
    ...{ serviceIds: [serviceId], visibility: "everyone", detection: "alert" },
    ...{ startedAt: null, detectedAt: null, callLink: null },
  };
  const begun: Told[] = [
    { minute: 0, kind: "incident.declared", data: declared },
    { minute: 0, kind: "person.joined", data: { personId, role: "responder" } },
    { minute: 1, kind: "command.acknowledged", data: { from: null, to: personId } },
  ];
  if (!closed) return begun;
  return [
    ...begun,
    { minute: 9, kind: "incident.resolved", data: { from: "investigating" } },
    { minute: 20, kind: "incident.closed", data: { reason: null } },
  ];
}

function clock({ declaredAt, severity, closed }: ShortIncident): CadenceState {
  const at = declaredAt.getTime();
  const { state } = applySlotEvent(standardPolicy, notDeclared, { kind: "declared", at, severity });
  if (!closed) return state;
  return applySlotEvent(standardPolicy, state, { kind: "resolved", at: at + 9 * MINUTE_MS }).state;
}

/** As PostgreSQL writes bytes in JSON. */
export function bytea(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}
