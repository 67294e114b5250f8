import { startRunbook } from "@/lib/checklists/start-sections";
import type { Context } from "@/lib/db/context";
import { declare } from "@/lib/incidents/declare";
import type { Written } from "@/lib/incidents/dto";
import type { DeclareRoomInput } from "./schemas";

/** Declares an incident and starts the runbook that was chosen with it, or sections of it; if that fails, neither. */
export async function declareWithRunbook(
  ctx: Context,
  { runbookVersionId, sectionKeys, ...input }: DeclareRoomInput,
): Promise<Written> {
  const declared = await declare(ctx, input);
  if (!runbookVersionId) return declared;
  const { entries } = await startRunbook(ctx, { key: declared.key, runbookVersionId, sectionKeys });
  return { ...declared, entries: [...declared.entries, ...entries] };
}
