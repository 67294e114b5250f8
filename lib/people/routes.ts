import { doneDto, enteredDto } from "@/lib/auth/dto";
import { setUpInput } from "@/lib/auth/schemas";
import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { changeAccessRole } from "./change-access-role";
import { changeProfile } from "./change-profile";
import { deactivate } from "./deactivate";
import { readDirectory } from "./directory";
import {
  auditPageDto,
  directoryDto,
  invitationsDto,
  madeInvitationDto,
  peoplePageDto,
  profileDto,
} from "./dto";
import { invite } from "./invite";
import { listPeople } from "./list-people";
import { reactivate } from "./reactivate";
import { readAudit } from "./read-audit";
import { readInvitations } from "./read-invitations";
import { readOwnProfile } from "./own-profile";
import {
  accessRoleInput,
  auditQuery,
  inviteInput,
  listPeopleQuery,
  personParams,
  profileInput,
} from "./schemas";
import { setUp } from "./set-up";
import { withdrawInvitation } from "./withdraw-invitation";

/** People, and the names that every screen needs. */
export function peopleRoutes(api: Api): void {
  read(api, {
    path: "/directory",
    summary: "Names of people, services and environments",
    tag: "People",
    result: directoryDto,
    run: (ctx) => readDirectory(ctx),
  });
  write(api, {
    method: "post",
    path: "/setup",
    summary: "Make the first administrator by the set-up link",
    tag: "Sign-in",
    open: true,
    status: 201,
    body: setUpInput,
    result: enteredDto,
    run: (ctx, { body }) => setUp(ctx, body),
  });
  profileRoutes(api);
  invitationRoutes(api);
  administrationRoutes(api);
}

function profileRoutes(api: Api): void {
  read(api, {
    path: "/me",
    summary: "One's own profile",
    tag: "Profile",
    result: profileDto,
    run: (ctx) => readOwnProfile(ctx),
  });
  write(api, {
    method: "patch",
    path: "/me",
    summary: "Change one's own profile",
    tag: "Profile",
    body: profileInput,
    result: profileDto,
    run: (ctx, { body }) => changeProfile(ctx, body),
  });
}

function invitationRoutes(api: Api): void {
  read(api, {
    path: "/invitations",
    summary: "Invitations that still work",
    tag: "People",
    result: invitationsDto,
    run: (ctx) => readInvitations(ctx),
  });
  write(api, {
    method: "post",
    path: "/invitations",
    summary: "Invite somebody; the link is shown once",
    tag: "People",
    status: 201,
    secret: true,
    body: inviteInput,
    result: madeInvitationDto,
    run: (ctx, { body }) => invite(ctx, body),
  });
  write(api, {
    method: "delete",
    path: "/invitations/{id}",
    summary: "Withdraw an invitation",
    tag: "People",
    params: personParams,
    result: doneDto,
    run: (ctx, { params }) => withdrawInvitation(ctx, params),
  });
}

function administrationRoutes(api: Api): void {
  read(api, {
    path: "/people",
    summary: "People by name",
    tag: "People",
    query: listPeopleQuery,
    result: peoplePageDto,
    run: (ctx, { query }) => listPeople(ctx, query),
  });
  write(api, {
    method: "put",
    path: "/people/{id}/access-role",
    summary: "Change an access role; ends the person's sessions",
    tag: "People",
    params: personParams,
    body: accessRoleInput,
    result: doneDto,
    run: (ctx, { params, body }) => changeAccessRole(ctx, { ...params, ...body }),
  });
  write(api, {
    method: "post",
    path: "/people/{id}/deactivation",
    summary: "Deactivate a person",
    tag: "People",
    params: personParams,
    result: doneDto,
    run: (ctx, { params }) => deactivate(ctx, params),
  });
  write(api, {
    method: "delete",
    path: "/people/{id}/deactivation",
    summary: "Reactivate a person",
    tag: "People",
    params: personParams,
    result: doneDto,
    run: (ctx, { params }) => reactivate(ctx, params),
  });
  read(api, {
    path: "/audit",
    summary: "The audit log, newest first",
    tag: "Administration",
    query: auditQuery,
    result: auditPageDto,
    run: (ctx, { query }) => readAudit(ctx, query),
  });
}
