import type { ReadContext } from "@/lib/db/context";
import { imageFacts, severity } from "@/lib/timeline/events/common";
import type { IncidentState, ItemState, RemarkState, TextValue } from "@/lib/timeline/fold/state";
import { cadenceState } from "@/lib/updates/cadence-state.rules";
import { readIncidentTables, type IncidentTables } from "./read-tables";

/**
 * An incident's state as the tables hold it: the same value that `fold` makes of its entries.
 * The caller has checked that the actor may see it.
 * @returns null when there is no such incident
 */
export async function readIncidentState(
  ctx: Pick<ReadContext, "db">,
  id: string,
): Promise<IncidentState | null> {
  const tables = await readIncidentTables(ctx, id);
  return tables && toState(tables);
}

function toState(tables: IncidentTables): IncidentState {
  const { incident, headSeq, texts } = tables;
  const text = (textId: string): TextValue => ({ id: textId, value: texts.get(textId) ?? null });
  const optional = (textId: string | null) => (textId === null ? null : text(textId));
  return {
    id: incident.id,
    seq: headSeq,
    key: incident.key,
    kind: incident.kind,
    number: incident.number,
    title: text(incident.titleTextId),
    severity: severity.parse(incident.severity),
    environmentId: incident.environmentId,
    serviceIds: tables.serviceIds,
    visibility: incident.visibility,
    callLink: optional(incident.callLinkTextId),
    status: incident.status,
    statusSince: incident.statusSince.toISOString(),
    startedAt: iso(incident.startedAt),
    detectedAt: iso(incident.detectedAt),
    detection: incident.detection,
    declaredAt: incident.declaredAt.toISOString(),
    declaredById: incident.declaredById,
    acknowledgedAt: iso(incident.acknowledgedAt),
    mitigatedAt: iso(incident.mitigatedAt),
    resolvedAt: iso(incident.resolvedAt),
    closedAt: iso(incident.closedAt),
    cancelledAt: iso(incident.cancelledAt),
    mergedIntoId: incident.mergedIntoId,
    commanderId: incident.commanderId,
    commandSince: iso(incident.commandSince),
    offer:
      incident.offeredToId && incident.offeredAt
        ? { toId: incident.offeredToId, at: incident.offeredAt.toISOString() }
        : null,
    participants: tables.participants.map(({ joinedAt, leftAt, ...row }) => ({
      ...row,
      joinedAt: joinedAt.toISOString(),
      leftAt: iso(leftAt),
    })),
    cadence: cadenceState.parse(incident.cadence),
    checklists: tables.checklists.map(({ items, titleTextId, startedAt, ...list }) => ({
      ...list,
      title: optional(titleTextId),
      startedAt: startedAt.toISOString(),
      items: items.map((row) => toItem(row, text)),
    })),
    timeBoxes: tables.timeBoxes.map(({ startedAt, dueAt, overrunAt, endedAt, ...box }) => ({
      ...box,
      startedAt: startedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      overrunAt: iso(overrunAt),
      endedAt: iso(endedAt),
    })),
    criteria: tables.criteria.map(({ textId, reasonTextId, decidedAt, ...row }) => ({
      ...row,
      text: text(textId),
      decidedAt: iso(decidedAt),
      reason: optional(reasonTextId),
    })),
    placeholders: tables.placeholders.map(({ textId, at, ...row }) => ({
      ...row,
      value: text(textId),
      at: at.toISOString(),
    })),
    ratings: tables.ratings
      .map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
      .toSorted((a, b) => (a.runbookId < b.runbookId ? -1 : 1)),
    updates: tables.updates.map(({ currentTextId, progressTextId, blockersTextId, ...update }) => ({
      ...update,
      postedAt: update.postedAt.toISOString(),
      dueAt: iso(update.dueAt),
      current: text(currentTextId),
      progress: text(progressTextId),
      blockers: text(blockersTextId),
    })),
    summary: tables.summary,
    followUps: tables.followUps.map(({ titleTextId, dueOn, ...row }) => ({
      ...row,
      title: text(titleTextId),
      dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    })),
  };
}

type ItemRow = IncidentTables["checklists"][number]["items"][number];

function toItem(row: ItemRow, text: (id: string) => TextValue): ItemState {
  const { titleTextId, reasonTextId, takenAt, changedAt, answerTo, answerLabel, ...first } = row;
  const { remarks, secondActs, checks, ...more } = first;
  const { askedById, askedAt, needsEvidence, needsSecondPerson, timeBoxMinutes, ...walked } = more;
  const { leftVersionId, leftParserVersion, ...item } = walked;
  return {
    ...item,
    title: titleTextId === null ? null : text(titleTextId),
    takenAt: iso(takenAt),
    changedAt: iso(changedAt),
    reason: reasonTextId === null ? null : text(reasonTextId),
    answer: answerTo === null ? null : { to: answerTo, label: answerLabel },
    leftAt:
      leftVersionId === null || leftParserVersion === null
        ? null
        : { runbookVersionId: leftVersionId, parserVersion: leftParserVersion },
    asked: askedAt && { personId: askedById, at: askedAt.toISOString() },
    needs: { evidence: needsEvidence, secondPerson: needsSecondPerson, minutes: timeBoxMinutes },
    remarks: remarks.map((remark) => toRemark(remark, text)),
    secondActs: secondActs.map(({ noteTextId, at, occurredAt, ...second }) => ({
      ...second,
      note: noteTextId === null ? null : text(noteTextId),
      at: (occurredAt ?? at).toISOString(),
    })),
    checks: checks.map(({ requestTextId, outputTextId, at, ...check }) => ({
      ...{ ...check, request: text(requestTextId), output: text(outputTextId) },
      at: at.toISOString(),
    })),
  };
}

function toRemark(row: ItemRow["remarks"][number], text: (id: string) => TextValue): RemarkState {
  const { textId, at, imageType, imageWidth: width, imageHeight: height, ...remark } = row;
  const image =
    imageType && width && height
      ? { mediaType: imageFacts.shape.mediaType.parse(imageType), width, height }
      : null;
  return { ...remark, text: text(textId), image, at: at.toISOString() };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
