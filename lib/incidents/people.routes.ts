import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { assignRole } from "./assign-role";
import { readContacts } from "./contacts";
import { contactsDto, writtenDto } from "./dto";
import { join } from "./join";
import { keyParams, participantParams, roleInput } from "./schemas";

const common = { tag: "People in an incident", result: writtenDto } as const;

/** Who takes part, and as what. `me` comes first: it is no person's id. */
export function peopleInIncidentRoutes(api: Api): void {
  read(api, {
    path: "/incidents/{key}/contacts",
    summary: "How those who take part are reached",
    tag: common.tag,
    params: keyParams,
    result: contactsDto,
    run: (ctx, { params }) => readContacts(ctx, params.key),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/incidents/{key}/participants/me",
    summary: "Join",
    params: keyParams,
    run: (ctx, { params }) => join(ctx, params),
  });
  write(api, {
    ...common,
    method: "put",
    path: "/incidents/{key}/participants/{personId}",
    summary: "Give somebody a role",
    params: participantParams,
    body: roleInput,
    run: (ctx, { params, body }) => assignRole(ctx, { ...params, ...body }),
  });
}
