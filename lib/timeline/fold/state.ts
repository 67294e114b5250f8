import type { CadenceState } from "@/lib/updates/cadence-state.rules";
import type {
  Answer,
  Detection,
  Gate,
  Helped,
  ImageFacts,
  IncidentRole,
  IncidentStatus,
  Severity,
  SlotOutcome,
  StepNeeds,
  StepState,
} from "../events/common";

/** Free text with the id it can be redacted by; `value` is null once it was. */
export interface TextValue {
  id: string;
  value: string | null;
}

export interface ParticipantState {
  personId: string;
  role: IncidentRole;
  joinedAt: string;
  leftAt: string | null;
}

export interface RemarkState {
  id: string;
  kind: "comment" | "evidence";
  /** Of an image: what it shows; it is found by the id of this text, and gone once the words are. */
  text: TextValue;
  image: Pick<ImageFacts, "mediaType" | "width" | "height"> | null;
  personId: string | null;
  at: string;
}

/** What somebody did to a step that another had moved first; both stay readable. */
export interface SecondActState {
  id: string;
  did: StepState;
  /** Reason or note. */
  note: TextValue | null;
  personId: string | null;
  /** When they did it. */
  at: string;
}

/** What came of the last run of a check. */
export interface CheckState {
  kind: "http" | "query";
  /** As that version of the runbook has it: the step may have other checks by now. */
  check: string;
  runbookVersionId: string | null;
  targetId: string;
  request: TextValue;
  output: TextValue;
  status: number | null;
  ms: number;
  passed: boolean | null;
  personId: string | null;
  at: string;
}

export interface ItemState {
  id: string;
  kind: "step" | "decision";
  /** The step, or the node of a chart, in the pinned parse; null for one added by hand, which has a title of its own. */
  stepKey: string | null;
  title: TextValue | null;
  parentId: string | null;
  group: string | null;
  branch: string | null;
  round: number;
  state: StepState;
  assigneeId: string | null;
  /** Since when it was in hand, as far as somebody took it. */
  takenAt: string | null;
  changedById: string | null;
  changedAt: string | null;
  reason: TextValue | null;
  /** Of a decision; null until it is answered. */
  answer: Answer | null;
  /** On a way that was left when the question above it was answered otherwise, or not in the version switched to. */
  left: boolean;
  /** Who ticked it first: while it is in progress it waits for a second person; done, one has confirmed it. */
  asked: { personId: string | null; at: string } | null;
  /** Of a step added by hand; of a runbook's: nothing, its parse says it. */
  needs: StepNeeds;
  /** After a switch that left it: the version that has its words. Null: the checklist's. */
  leftAt: { runbookVersionId: string; parserVersion: number } | null;
  remarks: RemarkState[];
  secondActs: SecondActState[];
  /** One a check, in the order in which they ran. */
  checks: CheckState[];
}

export interface ChecklistState {
  id: string;
  runbookVersionId: string | null;
  parserVersion: number | null;
  sectionKey: string | null;
  title: TextValue | null;
  startedAt: string;
  startedById: string | null;
  items: ItemState[];
}

/** A timer of a step, or of a whole checklist. */
export interface TimeBoxState {
  id: string;
  checklistId: string;
  /** Null: of the whole checklist. */
  itemId: string | null;
  startedById: string | null;
  startedAt: string;
  dueAt: string;
  /** When it ran out, for the present due time. */
  overrunAt: string | null;
  endedAt: string | null;
}

export interface CriterionStateRow {
  id: string;
  runbookVersionId: string | null;
  gate: Gate;
  bySignOff: boolean;
  text: TextValue;
  state: "open" | "met" | "waived";
  decidedById: string | null;
  decidedAt: string | null;
  reason: TextValue | null;
}

/** Whether a runbook helped in this incident. */
export interface RatingState {
  runbookId: string;
  runbookVersionId: string;
  helped: Helped;
  personId: string | null;
  at: string;
}

/** What was filled into a gap of commands: it stands wherever the gap has this name. */
export interface PlaceholderState {
  /** Of the entry that filled it. */
  seq: number;
  name: string;
  value: TextValue;
  personId: string | null;
  at: string;
}

export interface UpdateState {
  id: string;
  number: number;
  seq: number;
  postedById: string | null;
  postedAt: string;
  dueAt: string | null;
  outcome: SlotOutcome | null;
  status: IncidentStatus;
  final: boolean;
  current: TextValue;
  progress: TextValue;
  blockers: TextValue;
  nextMinutes: number | null;
  /** The newest entry that its draft was made from; null when it was not drafted. */
  draftedTo: number | null;
}

export interface SummaryStateRow {
  id: string;
  state: "draft" | "in_review" | "returned" | "signed_off";
  version: number;
  signedVersion: number | null;
}

export interface FollowUpStateRow {
  id: string;
  number: number;
  title: TextValue;
  kind: "prevent" | "detect" | "mitigate" | "process";
  ownerId: string | null;
  /** A day, YYYY-MM-DD. */
  dueOn: string | null;
  state: "open" | "done" | "dropped";
}

/**
 * An incident at one moment: what the fold makes of its events, what the tables hold, what the room shows.
 * All times are UTC, ISO 8601 with milliseconds.
 */
export interface IncidentState {
  id: string;
  /** The newest entry this state includes. */
  seq: number;
  key: string;
  kind: "real" | "drill";
  number: number;
  title: TextValue;
  severity: Severity;
  environmentId: string;
  serviceIds: string[];
  visibility: "everyone" | "members";
  callLink: TextValue | null;
  status: IncidentStatus;
  statusSince: string;
  /** Null: not known (yet). */
  startedAt: string | null;
  detectedAt: string | null;
  detection: Detection | null;
  declaredAt: string;
  declaredById: string | null;
  acknowledgedAt: string | null;
  mitigatedAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  cancelledAt: string | null;
  mergedIntoId: string | null;
  commanderId: string | null;
  /** When the commander took command; null for somebody who was only asked. */
  commandSince: string | null;
  offer: { toId: string; at: string } | null;
  participants: ParticipantState[];
  cadence: CadenceState;
  checklists: ChecklistState[];
  /** In the order in which they were started. */
  timeBoxes: TimeBoxState[];
  criteria: CriterionStateRow[];
  /** Every value that a gap had, oldest first: the newest of a name counts. */
  placeholders: PlaceholderState[];
  /** By runbook. */
  ratings: RatingState[];
  updates: UpdateState[];
  summary: SummaryStateRow | null;
  followUps: FollowUpStateRow[];
}
