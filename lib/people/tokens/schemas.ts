import { z } from "zod";
import { scopesOf, TOKEN_DAYS, tokenScopes } from "@/lib/auth/tokens/token.rules";
import { accessRole, id } from "@/lib/timeline/events/common";

export const tokenParams = z.object({ tokenId: id });

export const tokenInput = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, "Name it after the machine that will use it.")
      .max(80, "Keep it below 80 characters."),
    accessRole,
    scopes: z.array(z.enum(tokenScopes)).min(1, "Choose what it may do."),
    expiresInDays: z.int().min(1).max(TOKEN_DAYS, "A token works for a year at most."),
  })
  .superRefine(({ accessRole: role, scopes }, ctx) => {
    const beyond = scopes.filter((scope) => !scopesOf(role).includes(scope));
    if (beyond.length === 0) return;
    const message = `A ${role} may not do this: ${beyond.join(", ")}.`.replace("A admin", "An admin");
    ctx.addIssue({ code: "custom", path: ["scopes"], message });
  });
export type TokenInput = z.output<typeof tokenInput>;
