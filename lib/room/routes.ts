import type { Api } from "@/lib/http/api";
import { read } from "@/lib/http/route";
import { keyParams } from "@/lib/incidents/schemas";
import { roomDto } from "./dto";
import { readRoom } from "./read-room";

/** The room as a whole. */
export function roomRoutes(api: Api): void {
  read(api, {
    path: "/incidents/{key}",
    summary: "An incident: its state and newest entries",
    tag: "Incidents",
    params: keyParams,
    result: roomDto,
    run: (ctx, { params }) => readRoom(ctx, params.key),
  });
}
