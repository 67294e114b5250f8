import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { writtenDto } from "@/lib/incidents/dto";
import { keyParams } from "@/lib/incidents/schemas";
import { addNote } from "./add-note";
import { correctNote } from "./correct-note";
import { correctTime } from "./correct-time";
import { entriesDto, signingKeysDto, verificationDto } from "./dto";
import { pasteLog } from "./paste-log";
import { pinEntry, unpinEntry } from "./pin-entry";
import { readPage } from "./read-page";
import { readSigningKeys } from "./read-signing-keys";
import { redactText } from "./redact-text";
import {
  correctionInput,
  entriesQuery,
  entryParams,
  logInput,
  noteInput,
  redactionInput,
  timeInput,
  verificationQuery,
} from "./schemas";
import { verifyIncident } from "./verify-incident";

/** JSON writes a control character with six bytes: 256 KiB of log may come as so much. */
const LOG_BODY_LIMIT = 1_600 * 1024;

const common = { tag: "Timeline", params: keyParams } as const;
const writing = { ...common, result: writtenDto } as const;
const onEntry = { tag: "Timeline", params: entryParams, result: writtenDto } as const;

/** The record: reading the timeline, writing into it, putting it right, and verifying it. */
export function recordRoutes(api: Api): void {
  read(api, {
    ...common,
    path: "/incidents/{key}/entries",
    summary: "A page of the timeline, newest first",
    query: entriesQuery,
    result: entriesDto,
    run: (ctx, { params, query }) => readPage(ctx, { ...params, ...query }),
  });
  read(api, {
    ...common,
    path: "/incidents/{key}/verification",
    summary: "Whether the timeline is as it was written",
    query: verificationQuery,
    result: verificationDto,
    run: (ctx, { params, query }) => verifyIncident(ctx, { ...params, ...query }),
  });
  read(api, {
    tag: "Timeline",
    path: "/signing-keys",
    summary: "The public keys that heads of timelines are signed with",
    result: signingKeysDto,
    run: (ctx) => readSigningKeys(ctx),
  });
  write(api, {
    ...writing,
    method: "post",
    path: "/incidents/{key}/notes",
    summary: "Add a note",
    body: noteInput,
    status: 201,
    run: (ctx, { params, body }) => addNote(ctx, { ...params, ...body }),
  });
  write(api, {
    ...writing,
    method: "post",
    path: "/incidents/{key}/logs",
    summary: "Paste a log",
    body: logInput,
    status: 201,
    limit: LOG_BODY_LIMIT,
    run: (ctx, { params, body }) => pasteLog(ctx, { ...params, ...body }),
  });
  write(api, {
    ...writing,
    method: "post",
    path: "/incidents/{key}/redactions",
    summary: "Delete words for good",
    body: redactionInput,
    status: 201,
    run: (ctx, { params, body }) => redactText(ctx, { ...params, ...body }),
  });
  write(api, {
    ...onEntry,
    method: "put",
    path: "/incidents/{key}/entries/{seq}/correction",
    summary: "Correct the words of a note or a log",
    body: correctionInput,
    limit: LOG_BODY_LIMIT,
    run: (ctx, { params, body }) => correctNote(ctx, { ...params, ...body }),
  });
  write(api, {
    ...onEntry,
    method: "put",
    path: "/incidents/{key}/entries/{seq}/time",
    summary: "Put the time of a note or a log right",
    body: timeInput,
    run: (ctx, { params, body }) => correctTime(ctx, { ...params, ...body }),
  });
  write(api, {
    ...onEntry,
    method: "put",
    path: "/incidents/{key}/entries/{seq}/pin",
    summary: "Pin an entry",
    run: (ctx, { params }) => pinEntry(ctx, params),
  });
  write(api, {
    ...onEntry,
    method: "delete",
    path: "/incidents/{key}/entries/{seq}/pin",
    summary: "Take a pin away",
    run: (ctx, { params }) => unpinEntry(ctx, params),
  });
}
