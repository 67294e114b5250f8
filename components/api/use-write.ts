"use client";

import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiError, apiWrite, newIdempotencyKey, type WriteMethod } from "./fetch";

interface WriteRequest {
  method: WriteMethod;
  /** Below /api/v1. */
  path: string;
  body?: unknown;
}

type Options<Output, Input> = Omit<UseMutationOptions<Output, ApiError, Input>, "mutationFn">;

/**
 * A write whose retry is the same act: when it is unsure whether the last try arrived, the same request goes out
 * under the same Idempotency-Key, so that pressing the button again cannot do it twice.
 * @param request makes the request from what `mutate` is called with
 */
export function useWrite<Output, Input = void>(
  request: (input: Input) => WriteRequest,
  options: Options<Output, Input> = {},
) {
  const unsure = useRef<{ fingerprint: string; key: string } | null>(null);
  return useMutation<Output, ApiError, Input>({
    ...options,
    mutationFn: async (input) => {
      const { method, path, body } = request(input);
      const fingerprint = JSON.stringify([method, path, body]);
      const key = unsure.current?.fingerprint === fingerprint ? unsure.current.key : newIdempotencyKey();
      unsure.current = { fingerprint, key };
      try {
        const output = await apiWrite<Output>(method, path, body, { idempotencyKey: key });
        unsure.current = null;
        return output;
      } catch (error) {
        if (!(error instanceof ApiError && error.isUnsure)) unsure.current = null;
        throw error;
      }
    },
  });
}
