import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { madeTokenDto, tokensDto } from "./dto";
import { listTokens } from "./list-tokens";
import { makeToken } from "./make-token";
import { revokeToken } from "./revoke-token";
import { tokenInput, tokenParams } from "./schemas";

const tag = "Tokens";

/** Tokens for machines. */
export function tokenRoutes(api: Api): void {
  read(api, {
    ...{ path: "/tokens", summary: "Tokens that were not revoked", tag },
    result: tokensDto,
    run: (ctx) => listTokens(ctx),
  });
  write(api, {
    ...{ method: "post", path: "/tokens", summary: "Make a token; its secret is shown once", tag },
    status: 201,
    secret: true,
    body: tokenInput,
    result: madeTokenDto,
    run: (ctx, { body }) => makeToken(ctx, body),
  });
  write(api, {
    ...{ method: "delete", path: "/tokens/{tokenId}", summary: "Revoke a token", tag },
    params: tokenParams,
    result: tokenParams,
    run: (ctx, { params }) => revokeToken(ctx, params),
  });
}
