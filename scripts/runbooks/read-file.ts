import { readFileSync } from "node:fs";
import path from "node:path";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { textOf } from "@/lib/runbooks/source";

/**
 * Reads a file as an import would, without saving anything.
 * @param fileName the name under which it is imported, when that is not its own
 */
export function readRunbookFile(file: string, fileName = path.basename(file)): ParsedRunbook {
  return parseRunbook(textOf(readFileSync(file)), { fileName });
}
