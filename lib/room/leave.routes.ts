import type { Api } from "@/lib/http/api";
import { write } from "@/lib/http/route";
import { writtenDto } from "@/lib/incidents/dto";
import { keyParams, participantParams } from "@/lib/incidents/schemas";
import { leave, removePerson } from "./leave";

const common = { method: "delete", tag: "People in an incident", result: writtenDto } as const;

/** Who takes part no longer. `me` comes first: it is no person's id. */
export function leaveRoutes(api: Api): void {
  write(api, {
    ...common,
    path: "/incidents/{key}/participants/me",
    summary: "Leave, and give back the steps one has",
    params: keyParams,
    run: (ctx, { params }) => leave(ctx, params),
  });
  write(api, {
    ...common,
    path: "/incidents/{key}/participants/{personId}",
    summary: "Take somebody out, and the steps they have from them",
    params: participantParams,
    run: (ctx, { params }) => removePerson(ctx, params),
  });
}
