import { fromLocalInput } from "@/lib/kernel/local-input";
import type { Detection } from "@/lib/timeline/events/common";
import type { OfferedRunbook } from "./offered-runbooks.rules";

/** What is typed into the declare dialog; kept until it is declared. */
export interface DeclareForm {
  title: string;
  severity: "" | "1" | "2" | "3" | "4";
  environmentId: string;
  serviceIds: string[];
  /** What is typed there and picked no service: it must not be dropped in silence. */
  serviceWords: string;
  started: "now" | "earlier" | "unknown";
  /** `datetime-local`, in the person's zone. */
  startedAt: string;
  detection: Detection | "";
  runbook: OfferedRunbook | null;
  /** All of the runbook, though only a part of it is meant. */
  wholeRunbook: boolean;
  commander: "me" | "other" | "nobody";
  commanderId: string;
  callLink: string;
  kind: "real" | "drill";
}

export const emptyForm: DeclareForm = {
  title: "",
  severity: "",
  environmentId: "",
  serviceIds: [],
  serviceWords: "",
  started: "now",
  startedAt: "",
  detection: "",
  runbook: null,
  wholeRunbook: false,
  commander: "me",
  commanderId: "",
  callLink: "",
  kind: "real",
};

export type FieldErrors = Partial<Record<keyof DeclareForm, string>>;

const TITLE_LENGTH = 200;

/** What is missing or wrong, field by field; empty when it can be sent. */
export function errorsIn(form: DeclareForm): FieldErrors {
  const tooMany = form.title.trim().length - TITLE_LENGTH;
  return {
    ...(!form.title.trim() && { title: "Give it a title: what is broken, for whom." }),
    ...(tooMany > 0 && { title: `Keep the title under ${TITLE_LENGTH} characters: ${tooMany} too many.` }),
    ...(!form.severity && { severity: "Choose one. If unsure, the higher." }),
    ...(!form.environmentId && { environmentId: "Choose an environment." }),
    ...(form.serviceWords.trim() && { serviceWords: "Choose a service, or clear the field." }),
    ...(form.started === "earlier" && !form.startedAt && { startedAt: "Say when, or choose “not known”." }),
    ...(form.commander === "other" && !form.commanderId && { commanderId: "Choose a person." }),
    ...(form.callLink.trim() &&
      !/^https?:\/\//.test(form.callLink.trim()) && { callLink: "Begin with https://." }),
  };
}

/**
 * The body of POST /incidents.
 * @param known `now` in milliseconds since 1970
 */
export function bodyOf(form: DeclareForm, known: { me: string; now: number; timeZone: string }): object {
  const commanders = { me: known.me, other: form.commanderId, nobody: null };
  return {
    kind: form.kind,
    title: form.title.trim(),
    severity: Number(form.severity),
    environmentId: form.environmentId,
    serviceIds: form.serviceIds,
    startedAt: startOf(form, known),
    detection: form.detection || null,
    commanderId: commanders[form.commander],
    callLink: form.callLink.trim() || null,
    ...runbookOf(form),
  };
}

function runbookOf({ runbook, wholeRunbook }: DeclareForm): object {
  if (!runbook) return { runbookVersionId: null };
  const { versionId: runbookVersionId, part } = runbook;
  return part && !wholeRunbook ? { runbookVersionId, sectionKeys: part.sectionKeys } : { runbookVersionId };
}

function startOf(form: DeclareForm, { now, timeZone }: { now: number; timeZone: string }): string | null {
  if (form.started === "unknown") return null;
  const at = form.started === "now" ? now : fromLocalInput(form.startedAt, timeZone);
  return at === null ? null : new Date(at).toISOString();
}
