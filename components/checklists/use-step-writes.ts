"use client";

import { useCallback, useMemo } from "react";
import { ApiError, apiUpload, apiWrite, messageOf, newIdempotencyKey } from "@/components/api/fetch";
import { inTurn } from "@/components/api/in-turn";
import { serverNow } from "@/components/clock/use-server-now";
import { useWaits } from "@/components/live/use-away";
import { doOrKeep } from "@/components/offline/do-or-keep";
import { toast } from "@/components/ui/toast";
import { factsOf } from "@/components/incidents/incident-view";
import { can } from "@/lib/auth/policy.rules";
import { inWords } from "@/lib/checklists/step.rules";
import type { Written } from "@/lib/incidents/dto";
import type { Answer, StepState, Waivable } from "@/lib/timeline/events/common";
import type { RoomView } from "@/components/room/use-room-view";
import { showAtOnce } from "./overlay";
import { moveAct, remarkAct, secondWords, type StepAct } from "./step-acts.rules";
import { hasEvidence } from "./step-requests";
import { undoneTo, type Undone } from "./undo.rules";
import type { StepView } from "./view.rules";

export interface StepWrites {
  /** Brings a step into a state, optimistically; offers to undo. @returns whether it was done, or is kept */
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

/** What can be done to steps from a screen: shown at once, kept without a connection, told when somebody was first. */
export function useStepWrites(room: Pick<RoomView, "apply" | "me" | "names" | "state">): StepWrites {
  const { apply, me, names, state } = room;
  const { id, key } = state;
  const act = useCallback(
    async (of: StepAct): Promise<"done" | "second" | "kept" | "refused"> => {
      const { shows } = of;
      const hide = shows.kind === "step" ? showAtOnce(shows.itemId, shows.change) : () => undefined;
      const became = await doOrKeep({ ...of, incidentId: id, incidentKey: key, personId: me.id });
      if (became.kind === "done") apply(became.entries);
      hide();
      if (became.kind === "refused") toast.failed(became.why);
      const second = became.kind === "done" && secondWords(became.entries, names);
      if (!second) return became.kind;
      toast.done(second);
      return "second";
    },
    [apply, id, key, me.id, names],
  );
  const move = useCallback(
    async (view: StepView, to: StepState, note?: string, without?: readonly Waivable[]): Promise<boolean> => {
      const { item, title, needs } = view;
      const { reached, ...of } = moveAct(view, to, { note, without }, me.id, serverNow());
      const became = await act(of);
      if (became === "refused" || became === "second") return became === "second";
      const way = undoneTo(reached, item, needs.secondPerson || (needs.evidence && !hasEvidence(item)));
      const undo = async ({ to, note }: Undone) => {
        const back = { ...view, item: { ...item, state: reached, changedById: me.id } };
        const { reached: undone, ...undoing } = moveAct(back, to, { note }, me.id, serverNow());
        const came = await act(undoing);
        if (came === "done" || came === "kept") toast.done(`Undone: ${title} is ${inWords(undone)} again`);
      };
      const said = `${became === "kept" ? "Kept. " : ""}${of.said}`;
      toast.done(said, way ? { undo: () => void undo(way) } : {});
      return true;
    },
    [act, me.id],
  );
  const assign = useCallback(
    (view: StepView, personId: string | null) =>
      send("PUT", `/steps/${view.item.id}/assignee`, { personId, expectedId: view.item.assigneeId }, apply),
    [apply],
  );
  const remark = useCallback(
    async (view: StepView, kind: "comment" | "evidence", text: string) =>
      (await act(remarkAct(view, kind, text, serverNow()))) !== "refused",
    [act],
  );
  const image = useCallback(
    (view: StepView, file: File, description: string) => sendImage(view, file, description, apply),
    [apply],
  );
  const waits = useWaits();
  const answer = useCallback(
    async (view: StepView, to: Answer | null) => {
      if (!waits) return answerQuestion(view, to, view.item.answer, apply);
      toast.failed(waits);
      return false;
    },
    [apply, waits],
  );
  const add = useCallback(
    (checklistId: string, afterId: string | null, title: string) =>
      send("POST", `/checklists/${checklistId}/steps`, { title, afterId }, apply),
    [apply],
  );
  const mayWaive = can(me, "step.waive", factsOf(state));
  return useMemo(
    () => ({ move, assign, answer, remark, image, add, mayWaive }),
    [move, assign, answer, remark, image, add, mayWaive],
  );
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

async function send(
  method: "PUT" | "POST",
  path: string,
  body: unknown,
  apply: RoomView["apply"],
  idempotencyKey = newIdempotencyKey(),
): Promise<boolean> {
  try {
    const written = await inTurn(path, () => apiWrite<Written>(method, path, body, { idempotencyKey }));
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

/** An image of which nobody knows whether it arrived. */
let unsure: { file: File; path: string; description: string; idempotencyKey: string } | null = null;

/** The dialog keeps the image when it was not taken: pressing again is the same act, done once. */
async function sendImage(
  { item }: StepView,
  file: File,
  description: string,
  apply: RoomView["apply"],
): Promise<boolean> {
  const path = `/steps/${item.id}/images`;
  const isRetry = unsure?.file === file && unsure.path === path && unsure.description === description;
  const idempotencyKey = (isRetry && unsure?.idempotencyKey) || newIdempotencyKey();
  unsure = { file, path, description, idempotencyKey };
  try {
    apply((await apiUpload<Written>(path, file, description, { idempotencyKey })).entries);
    unsure = null;
    return true;
  } catch (error) {
    if (!(error instanceof ApiError && error.isUnsure)) unsure = null;
    toast.failed(messageOf(error));
    return false;
  }
}
