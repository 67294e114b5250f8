"use client";

import { useQueryClient } from "@tanstack/react-query";
import { directoryKey } from "@/components/api/directory";
import type { WriteMethod } from "@/components/api/fetch";
import { useWrite } from "@/components/api/use-write";
import { peopleKeys } from "./keys";

interface PersonWrite<Input> {
  method: WriteMethod;
  path: string;
  /** What the dialog's choice sends. */
  body?: (input: Input) => unknown;
}

/** A change to people: lists and names follow. */
export function usePersonWrite<Output, Input = void>(
  { method, path, body }: PersonWrite<Input>,
  onSuccess: (output: Output) => void,
) {
  const client = useQueryClient();
  return useWrite<Output, Input>((input) => ({ method, path, body: body?.(input) }), {
    onSuccess: (output) => {
      void client.invalidateQueries({ queryKey: peopleKeys.all });
      void client.invalidateQueries({ queryKey: directoryKey });
      onSuccess(output);
    },
  });
}
