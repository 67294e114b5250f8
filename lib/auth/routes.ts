import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { write } from "@/lib/http/route";
import { id } from "@/lib/timeline/events/common";
import { acceptInvitation } from "./accept-invitation";
import { changePassword } from "./change-password";
import { doneDto, enteredDto, linkDto } from "./dto";
import { limitTries } from "./limit-tries";
import { makeResetLink } from "./make-reset-link";
import { resetPassword } from "./reset-password";
import { acceptInvitationInput, changePasswordInput, resetPasswordInput } from "./schemas";
import { signOutEverywhere } from "./sign-out-everywhere";

const personParams = z.object({ id });

/** Passwords, one-time links and sessions. Signing in itself is next-auth's (/api/auth). */
export function authRoutes(api: Api): void {
  write(api, {
    method: "post",
    path: "/invitations/acceptance",
    summary: "Accept an invitation by its link",
    tag: "Sign-in",
    open: true,
    status: 201,
    body: acceptInvitationInput,
    result: enteredDto,
    run: (ctx, { body }) => acceptInvitation(ctx, body),
  });
  write(api, {
    method: "post",
    path: "/password-resets",
    summary: "Set a new password by a reset link",
    tag: "Sign-in",
    open: true,
    status: 201,
    body: resetPasswordInput,
    result: enteredDto,
    run: (ctx, { body }) => resetPassword(ctx, body),
  });
  write(api, {
    method: "post",
    path: "/people/{id}/password-reset-links",
    summary: "Make a link that sets a new password; it is shown once",
    tag: "People",
    status: 201,
    secret: true,
    params: personParams,
    result: linkDto,
    run: (ctx, { params }) => makeResetLink(ctx, params),
  });
  limitTries(api, "/me/password");
  write(api, {
    method: "put",
    path: "/me/password",
    summary: "Change one's password; ends every session",
    tag: "Profile",
    body: changePasswordInput,
    result: doneDto,
    run: (ctx, { body }) => changePassword(ctx, body),
  });
  write(api, {
    method: "delete",
    path: "/me/sessions",
    summary: "Sign out everywhere",
    tag: "Profile",
    result: doneDto,
    run: (ctx) => signOutEverywhere(ctx, { personId: ctx.actor.id ?? "" }),
  });
  write(api, {
    method: "delete",
    path: "/people/{id}/sessions",
    summary: "Sign a person out everywhere",
    tag: "People",
    params: personParams,
    result: doneDto,
    run: (ctx, { params }) => signOutEverywhere(ctx, { personId: params.id }),
  });
}
