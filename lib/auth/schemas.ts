import { z } from "zod";

/** What one signs in with; kept in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z
      .email("Write an e-mail address like mira@example.org.")
      .max(254, "Keep the address under 254 characters."),
  );

export const personName = z
  .string()
  .trim()
  .min(1, "Give a name.")
  .max(100, "Keep the name under 100 characters.");

/** A time zone of the IANA database that this server knows. */
export const timeZone = z.string().max(100).refine(isTimeZone, "Choose a time zone from the list.");

/** Checked by `hashNewPassword`, which knows whose it is. */
export const newPassword = z.string().max(1_000, "Use 200 characters or fewer.");

/** What stands in a one-time link: 32 random bytes, base64url. */
export const linkToken = z.string().min(1).max(200);

export const setUpInput = z.object({
  token: linkToken,
  name: personName,
  email,
  password: newPassword,
  timeZone,
});
export type SetUpInput = z.output<typeof setUpInput>;

export const acceptInvitationInput = z.object({
  token: linkToken,
  name: personName,
  password: newPassword,
  timeZone,
});
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;

export const resetPasswordInput = z.object({ token: linkToken, password: newPassword });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changePasswordInput = z.object({
  currentPassword: z.string().max(1_000),
  password: newPassword,
});
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
