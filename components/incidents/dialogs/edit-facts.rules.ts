import { fromLocalInput, toLocalInput } from "@/lib/kernel/local-input";
import type { Detection, Severity } from "@/lib/timeline/events/common";
import type { IncidentState } from "@/lib/timeline/fold/state";

/** The facts as controls hold them: times as `datetime-local` in the person's zone, "" for what is not known. */
export interface FactsForm {
  title: string;
  severity: Severity;
  environmentId: string;
  serviceIds: readonly string[];
  startedAt: string;
  detectedAt: string;
  detection: Detection | "";
  callLink: string;
  visibility: "everyone" | "members";
  /** The times as they are, to the millisecond: the controls hold minutes. */
  exact: { startedAt: string | null; detectedAt: string | null };
}

type Change = { from: unknown; to: unknown };
/** The body of PATCH /incidents/{key}. */
export type FactChanges = Partial<Record<string, Change>>;

export function formOf(state: IncidentState, timeZone: string): FactsForm {
  const local = (at: string | null) => (at ? toLocalInput(Date.parse(at), timeZone) : "");
  return {
    title: state.title.value ?? "",
    severity: state.severity,
    environmentId: state.environmentId,
    serviceIds: [...state.serviceIds].sort(),
    startedAt: local(state.startedAt),
    detectedAt: local(state.detectedAt),
    detection: state.detection ?? "",
    callLink: state.callLink?.value ?? "",
    visibility: state.visibility,
    exact: { startedAt: state.startedAt, detectedAt: state.detectedAt },
  };
}

/** Only what differs, each with what it was. */
export function changesOf(before: FactsForm, after: FactsForm, timeZone: string): FactChanges {
  const exact = (text: string, was: string, known: string | null) =>
    text === was ? known : iso(text, timeZone);
  const pair = (form: FactsForm) => ({
    at: exact(form.detectedAt, before.detectedAt, before.exact.detectedAt),
    by: form.detection || null,
  });
  const all: Record<string, Change> = {
    title: { from: before.title, to: after.title.trim() },
    severity: { from: before.severity, to: after.severity },
    environmentId: { from: before.environmentId, to: after.environmentId },
    serviceIds: { from: before.serviceIds, to: [...after.serviceIds].sort() },
    startedAt: {
      from: before.exact.startedAt,
      to: exact(after.startedAt, before.startedAt, before.exact.startedAt),
    },
    detection: { from: pair(before), to: pair(after) },
    callLink: { from: before.callLink || null, to: after.callLink.trim() || null },
    visibility: { from: before.visibility, to: after.visibility },
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to)),
  );
}

/** What was typed, on top of what somebody else changed meanwhile: fields that were not touched follow. */
export function rebased(before: FactsForm, typed: FactsForm, now: FactsForm): FactsForm {
  const names = Object.keys(typed) as (keyof FactsForm)[];
  const touched = names.filter((name) => JSON.stringify(typed[name]) !== JSON.stringify(before[name]));
  return { ...now, ...Object.fromEntries(touched.map((name) => [name, typed[name]])) };
}

/** Everything but the call link needs a reason. */
export function needsReason(changes: FactChanges): boolean {
  return Object.keys(changes).some((name) => name !== "callLink");
}

function iso(text: string, timeZone: string): string | null {
  const at = text ? fromLocalInput(text, timeZone) : null;
  return at === null ? null : new Date(at).toISOString();
}
