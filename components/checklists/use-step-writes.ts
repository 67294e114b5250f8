"use client";

import { useCallback } from "react";
import { ApiError, apiUpload, apiWrite, messageOf, newIdempotencyKey } from "@/components/api/fetch";
import { serverNow } from "@/components/clock/use-server-now";
import { toast } from "@/components/ui/toast";
import { factsOf } from "@/components/incidents/incident-view";
import { can } from "@/lib/auth/policy.rules";
import { inWords } from "@/lib/checklists/step.rules";
import type { Written } from "@/lib/incidents/dto";
import type { Answer, StepState, Waivable } from "@/lib/timeline/events/common";
import type { RoomView } from "@/components/room/use-room-view";
import { showAtOnce } from "./overlay";
import { firstTick } from "./step-requests";
import { undoneTo } from "./undo.rules";
import type { StepView } from "./view.rules";

export interface StepWrites {
  /** Brings a step into a state, optimistically; offers to undo. @returns whether it was done */
  move: (step: StepView, to: StepState, note?: string, without?: readonly Waivable[]) => Promise<boolean>;
  /** An image as evidence, with what it shows. */
  image: (step: StepView, file: File, description: string) => Promise<boolean>;
  /** Whether this person may tick without what a step needs. */
  mayWaive: boolean;
  assign: (step: StepView, personId: string | null) => Promise<boolean>;
  /** Answers a question, or takes the answer back; offers to undo. */
  answer: (step: StepView, answer: Answer | null) => Promise<boolean>;
  /** A comment or evidence. */
  remark: (step: StepView, kind: "comment" | "evidence", text: string) => Promise<boolean>;
  /** A step by hand, after another one or, without one, at the end. */
  add: (checklistId: string, afterId: string | null, title: string) => Promise<boolean>;
}

const SAID: Record<StepState, string> = {
  todo: "To do again",
  in_progress: "Taken",
  done: "Done",
  skipped: "Skipped",
  failed: "Failed",
  blocked: "Blocked",
  not_applicable: "Not applicable",
};

/** What can be done to steps from a screen: shown at once, told when somebody was first. */
export function useStepWrites({ apply, me, state }: Pick<RoomView, "apply" | "me" | "state">): StepWrites {
  const move = useCallback(
    async (
      view: StepView,
      to: StepState,
      note?: string,
      without: readonly Waivable[] = [],
    ): Promise<boolean> => {
      const { item } = view;
      const changedAt = new Date(serverNow()).toISOString();
      const first = to === "done" ? firstTick(item) : null;
      const second = first?.personId ?? null;
      const asks = to === "done" && view.needs.secondPerson && !second && !without.includes("second_person");
      const reached = asks ? "in_progress" : to;
      const hide = showAtOnce(item.id, {
        state: reached,
        asked: asks ? { personId: me.id, at: changedAt } : second ? item.asked : null,
        changedById: me.id,
        changedAt,
        reason: note ? { id: "", value: note } : null,
        ...(to === "in_progress" && { assigneeId: me.id }),
      });
      const body = { state: to, expected: item.state, note: note || null, confirms: second, without };
      const done = await send("PUT", `/steps/${item.id}/state`, body, apply);
      hide();
      if (!done) return false;
      const back = { ...view, item: { ...item, state: reached } };
      const said = asks ? "Waits for a second person" : second ? "Confirmed" : SAID[to];
      toast.done(`${said}: ${view.title}`, { undo: () => void undo(back, item.state, apply) });
      return true;
    },
    [apply, me.id],
  );
  const assign = useCallback(
    (view: StepView, personId: string | null) =>
      send("PUT", `/steps/${view.item.id}/assignee`, { personId }, apply),
    [apply],
  );
  const remark = useCallback(
    (view: StepView, kind: "comment" | "evidence", text: string) =>
      send("POST", `/steps/${view.item.id}/remarks`, { kind, text }, apply),
    [apply],
  );
  const image = useCallback(
    (view: StepView, file: File, description: string) => sendImage(view, file, description, apply),
    [apply],
  );
  const answer = useCallback(
    (view: StepView, to: Answer | null) => answerQuestion(view, to, view.item.answer, apply),
    [apply],
  );
  const add = useCallback(
    (checklistId: string, afterId: string | null, title: string) =>
      send("POST", `/checklists/${checklistId}/steps`, { title, afterId }, apply),
    [apply],
  );
  const mayWaive = can(me, "step.waive", factsOf(state));
  return { move, assign, answer, remark, image, add, mayWaive };
}

async function answerQuestion(
  view: StepView,
  to: Answer | null,
  before: Answer | null,
  apply: RoomView["apply"],
): Promise<boolean> {
  const body = { answer: to, expected: before };
  const done = await send("PUT", `/steps/${view.item.id}/answer`, body, apply);
  if (!done) return false;
  const said = to ? `Answered ${to.label ?? "this way"}: ${view.title}` : `Open again: ${view.title}`;
  toast.done(said, { undo: () => void answerQuestion(view, before, to, apply) });
  return true;
}

/** Back to where it was, as far as one key can bring it. */
async function undo({ item, title }: StepView, before: StepState, apply: RoomView["apply"]): Promise<void> {
  const to = undoneTo(item.state, before);
  const hide = showAtOnce(item.id, { state: to });
  const done = await send(
    "PUT",
    `/steps/${item.id}/state`,
    { state: to, expected: item.state, note: null },
    apply,
  );
  hide();
  if (done) toast.done(`Undone: ${title} is ${inWords(to)} again`);
}

async function send(
  method: "PUT" | "POST",
  path: string,
  body: unknown,
  apply: RoomView["apply"],
  idempotencyKey = newIdempotencyKey(),
): Promise<boolean> {
  try {
    const written = await apiWrite<Written>(method, path, body, { idempotencyKey });
    apply(written.entries);
    return true;
  } catch (error) {
    const retry = error instanceof ApiError && error.isUnsure;
    toast.failed(
      messageOf(error),
      retry ? { retry: () => void send(method, path, body, apply, idempotencyKey) } : {},
    );
    return false;
  }
}

/** The dialog keeps the image when it was not taken: pressing again is the retry. */
async function sendImage(
  { item }: StepView,
  file: File,
  description: string,
  apply: RoomView["apply"],
): Promise<boolean> {
  try {
    apply((await apiUpload<Written>(`/steps/${item.id}/images`, file, description)).entries);
    return true;
  } catch (error) {
    toast.failed(messageOf(error));
    return false;
  }
}
