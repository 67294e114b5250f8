import type { z } from "zod";
import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { parseRunbook } from "./parse/parse-runbook";
import type { previewInput } from "./schemas";
import { bytesOf, textOf } from "./source";

/**
 * What an import would make of a document. Only for who may import: reading a large one takes its time.
 * @throws Failure `forbidden`; `too_large` or `invalid` as importing it would
 */
export function previewRunbook(ctx: ReadContext, input: z.output<typeof previewInput>) {
  authorise(ctx.actor, "runbook.import");
  return parseRunbook(textOf(bytesOf(input)), { fileName: input.fileName });
}
