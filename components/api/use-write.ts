"use client";

import { useMutation, type UseMutationOptions, type UseMutationResult } from "@tanstack/react-query";
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
 * under the same Idempotency-Key, so that pressing the button again cannot do it twice. The second press of a double
 * click, before the button says that it is busy, is no second act either.
 * @param request makes the request from what `mutate` is called with
 */
export function useWrite<Output, Input = void>(
  request: (input: Input) => WriteRequest,
  options: Options<Output, Input> = {},
): UseMutationResult<Output, ApiError, Input> {
  const unsure = useRef<{ fingerprint: string; key: string } | null>(null);
  const underWay = useRef(new Set<string>());
  const write = useMutation<Output, ApiError, Input>({
    ...options,
    mutationFn: async (input) => {
      const { method, path, body } = request(input);
      const fingerprint = fingerprintOf({ method, path, body });
      const key = unsure.current?.fingerprint === fingerprint ? unsure.current.key : newIdempotencyKey();
      unsure.current = { fingerprint, key };
      try {
        const output = await apiWrite<Output>(method, path, body, { idempotencyKey: key });
        if (unsure.current?.key === key) unsure.current = null;
        return output;
      } catch (error) {
        const isUnsure = error instanceof ApiError && error.isUnsure;
        if (!isUnsure && unsure.current?.key === key) unsure.current = null;
        throw error;
      } finally {
        underWay.current.delete(fingerprint);
      }
    },
  });
  return {
    ...write,
    mutate: (...args) => {
      const fingerprint = fingerprintOf(request(args[0] as Input));
      if (underWay.current.has(fingerprint)) return;
      underWay.current.add(fingerprint);
      write.mutate(...args);
    },
  };
}

function fingerprintOf({ method, path, body }: WriteRequest): string {
  return JSON.stringify([method, path, body]);
}
