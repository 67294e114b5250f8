import { readFileSync } from "node:fs";
import path from "node:path";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { textOf } from "@/lib/runbooks/source";

/** Reads a file as an import would, without saving anything. */
export function readRunbookFile(file: string): ParsedRunbook {
  return parseRunbook(textOf(readFileSync(file)), { fileName: path.basename(file) });
}
