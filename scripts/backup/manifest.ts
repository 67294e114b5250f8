import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { keysSchema, type Keys } from "../launch/secrets";

/** What a backup holds, and how to tell that it is whole. */
export const manifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Names of the migrations that made the tables, in order. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int().min(0),
      /** SHA-256 over the rows as written, uncompressed: one JSON array of texts a line. */
      sha256: z.hex(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
});

export type Manifest = z.output<typeof manifestSchema>;

/** @throws Error of one line when the folder is no backup, or one that this release cannot read */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path.join(folder, "manifest.json"), "utf8");
  } catch {
    throw new Error(`${folder} is no backup: there is no manifest.json in it.`);
  }
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error(`${folder} was written by another release, or is damaged: manifest.json.`);
  return parsed.data;
}

/** The file that holds a table's rows. */
export function tableFile(folder: string, table: string): string {
  return path.join(folder, "tables", `${table}.jsonl.gz`);
}

/** The keys of a backup. @throws Error of one line when they are missing or damaged */
export function readKeys(folder: string): Keys {
  try {
    return keysSchema.parse(JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8")));
  } catch {
    throw new Error(`${folder} holds no readable secrets.json: it is no whole backup.`);
  }
}
