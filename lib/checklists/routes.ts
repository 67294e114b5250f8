import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { descriptionHeader, descriptionIn } from "@/lib/http/parse-request";
import { picture } from "@/lib/http/picture";
import { read, write } from "@/lib/http/route";
import { writtenDto } from "@/lib/incidents/dto";
import { keyParams } from "@/lib/incidents/schemas";
import { readSettings } from "@/lib/kernel/env";
import { id } from "@/lib/timeline/events/common";
import { addCriterion } from "./add-criterion";
import { addImage } from "./add-image";
import { addRemark } from "./add-remark";
import { addStep } from "./add-step";
import { askCheck } from "./ask-check";
import { answerDecision } from "./answer-decision";
import { assignStep } from "./assign-step";
import { extendTimeBox } from "./extend-time-box";
import { fillPlaceholder } from "./fill-placeholder";
import { IMAGE_LIMIT_BYTES, imageTypes } from "./image.rules";
import { readImage } from "./read-image";
import { newerVersionsDto } from "./dto";
import { rateRunbook } from "./rate-runbook";
import { readNewer } from "./read-newer";
import { recordCheck } from "./record-check";
import {
  answerInput,
  assigneeInput,
  checkInput,
  criterionStateInput,
  extensionInput,
  imageInput,
  newCriterionInput,
  newStepInput,
  ownChecklistInput,
  placeholderInput,
  ratingInput,
  remarkInput,
  startInput,
  stepStateInput,
  stopInput,
  timeBoxInput,
  switchInput,
} from "./schemas";
import { setCriterionState } from "./set-criterion-state";
import { setStepState } from "./set-step-state";
import { startOwnChecklist } from "./start-own";
import { startRunbook } from "./start-sections";
import { startTimeBox } from "./start-time-box";
import { stopTimeBox } from "./stop-time-box";
import { switchVersion } from "./switch-version";

const itemParams = z.object({ itemId: id });
const boxParams = z.object({ timeBoxId: id });
const common = { tag: "Checklists", result: writtenDto } as const;

/** Walking: checklists, steps and exit criteria. */
export function checklistsRoutes(api: Api): void {
  write(api, {
    ...common,
    method: "post",
    path: "/incidents/{key}/checklists",
    summary: "Start sections of a runbook version",
    params: keyParams,
    body: startInput,
    status: 201,
    run: (ctx, { params, body }) => startRunbook(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/incidents/{key}/own-checklists",
    summary: "Start a checklist written on the spot",
    params: keyParams,
    body: ownChecklistInput,
    status: 201,
    run: (ctx, { params, body }) => startOwnChecklist(ctx, { ...params, ...body }),
  });
  read(api, {
    path: "/incidents/{key}/newer-versions",
    summary: "Newer versions of the runbooks that are walked",
    tag: common.tag,
    params: keyParams,
    result: newerVersionsDto,
    run: (ctx, { params }) => readNewer(ctx, params.key),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/checklists/{checklistId}/version",
    summary: "Switch a checklist to another version of its runbook",
    params: z.object({ checklistId: id }),
    body: switchInput,
    run: (ctx, { params, body }) => switchVersion(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/checklists/{checklistId}/steps",
    summary: "Add a step by hand",
    params: z.object({ checklistId: id }),
    body: newStepInput,
    status: 201,
    run: (ctx, { params, body }) => addStep(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/steps/{itemId}/state",
    summary: "Take, tick, untick, skip, fail, block or unblock a step",
    params: itemParams,
    body: stepStateInput,
    run: (ctx, { params, body }) => setStepState(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/steps/{itemId}/answer",
    summary: "Answer a question, answer it otherwise, or take the answer back",
    params: itemParams,
    body: answerInput,
    run: (ctx, { params, body }) => answerDecision(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/steps/{itemId}/assignee",
    summary: "Give a step to somebody",
    params: itemParams,
    body: assigneeInput,
    run: (ctx, { params, body }) => assignStep(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/steps/{itemId}/remarks",
    summary: "Comment on a step, or add evidence",
    params: itemParams,
    body: remarkInput,
    status: 201,
    run: (ctx, { params, body }) => addRemark(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/steps/{itemId}/images",
    summary: "Add an image as evidence of what came out of a step",
    params: itemParams,
    body: imageInput,
    upload: {
      types: imageTypes,
      body: (bytes, headers) => ({
        imageBase64: Buffer.from(bytes).toString("base64"),
        description: descriptionIn(headers),
      }),
      headers: descriptionHeader,
    },
    limit: IMAGE_LIMIT_BYTES,
    status: 201,
    run: (ctx, { params, body: { imageBase64, description } }) =>
      addImage(ctx, { ...params, bytes: Buffer.from(imageBase64, "base64"), description }),
  });
  picture(api, {
    tag: "Checklists",
    path: "/images/{imageId}",
    summary: "An image, by the id of the text that says what it shows",
    types: imageTypes,
    params: z.object({ imageId: id }),
    run: (ctx, { params }) => readImage(ctx, params),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/checklists/{checklistId}/time-boxes",
    summary: "Start the timer of a step or of the whole checklist",
    params: z.object({ checklistId: id }),
    body: timeBoxInput,
    status: 201,
    run: (ctx, { params, body }) => startTimeBox(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/time-boxes/{timeBoxId}/extensions",
    summary: "Give a running timer more time",
    params: boxParams,
    body: extensionInput,
    status: 201,
    run: (ctx, { params, body }) => extendTimeBox(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/time-boxes/{timeBoxId}/stop",
    summary: "Stop a running timer",
    params: boxParams,
    body: stopInput,
    run: (ctx, { params, body }) => stopTimeBox(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/steps/{itemId}/checks",
    summary: "Run a check of a step against a target, and keep what came of it",
    params: itemParams,
    body: checkInput,
    status: 201,
    before: (ctx, { params, body }) =>
      askCheck(ctx, { ...params, ...body, listedHosts: readSettings().outgoingHosts }),
    run: (ctx, { params, body, before }) => recordCheck(ctx, { ...params, ...body, result: before }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/incidents/{key}/placeholders",
    summary: "Fill a gap of commands, for every step",
    params: keyParams,
    body: placeholderInput,
    run: (ctx, { params, body }) => fillPlaceholder(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/incidents/{key}/runbooks/{runbookId}/rating",
    summary: "Say whether a runbook helped",
    params: keyParams.extend({ runbookId: id }),
    body: ratingInput,
    run: (ctx, { params, body }) => rateRunbook(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "post",
    path: "/incidents/{key}/criteria",
    summary: "Add an exit criterion",
    params: keyParams,
    body: newCriterionInput,
    status: 201,
    run: (ctx, { params, body }) => addCriterion(ctx, { ...params, ...body }),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/criteria/{criterionId}/state",
    summary: "Meet, waive or reopen an exit criterion",
    params: z.object({ criterionId: id }),
    body: criterionStateInput,
    run: (ctx, { params, body }) => setCriterionState(ctx, { ...params, ...body }),
  });
}
