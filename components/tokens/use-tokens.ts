"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { directoryKey } from "@/components/api/directory";
import { apiGet } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import type { MadeToken, TokenDto, TokensDto } from "@/lib/people/tokens/dto";
import type { TokenInput } from "@/lib/people/tokens/schemas";

const tokenKeys = { all: ["tokens"] as const };

/** Tokens that were not revoked. @param first what the server rendered */
export function useTokens(first: TokensDto): readonly TokenDto[] {
  const { data } = useQuery({
    queryKey: tokenKeys.all,
    queryFn: ({ signal }) => apiGet<TokensDto>("/tokens", { signal }),
    initialData: first,
  });
  return data.tokens;
}

/** Makes a token; the answer holds its secret, once. */
export function useMakeToken() {
  const refresh = useRefresh();
  return useWrite<MadeToken, TokenInput>((body) => ({ method: "POST", path: "/tokens", body }), {
    onSuccess: refresh,
  });
}

export function useRevokeToken(tokenId: string) {
  const refresh = useRefresh();
  return useWrite<unknown>(() => ({ method: "DELETE", path: `/tokens/${tokenId}` }), { onSettled: refresh });
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: tokenKeys.all });
    // Timelines call machines by the names of their tokens.
    void client.invalidateQueries({ queryKey: directoryKey });
  };
}
