import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type AlertFacts, keysOf, matchAlert, type MatchCandidate } from "@/lib/runbooks/match/alert.rules";
import { type Findable, findableOf } from "@/lib/runbooks/match/findable.rules";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { slugFrom } from "@/lib/runbooks/slug.rules";
import { textOf } from "@/lib/runbooks/source";
import { findMarkdown } from "../runbooks/find-markdown";
import type { Hit } from "./matching-tally.rules";

/** An alert of the samples, and the runbook that its author meant. */
export interface Rule {
  name: string;
  runbookUrl: string;
  summary: string;
  /** Its path below the folder of runbooks; null: dead on purpose, or not in the folder. */
  runbook: string | null;
  known: Hit["known"];
}

const row = z.object({
  alertname: z.string(),
  runbook_url: z.string(),
  runbook_path: z.string(),
  summary: z.string(),
});

/** Reads `alert-rules/alert_runbook.csv` beside the folder of runbooks. @throws Error when it is not there */
export function readRules(runbooks: string): Rule[] {
  const file = path.join(runbooks, "..", "alert-rules", "alert_runbook.csv");
  if (!existsSync(file)) throw new Error(`${file} is not there.`);
  const rows = z.array(row).parse(parse(readFileSync(file), { columns: true }));
  return rows.map(({ alertname, runbook_url: runbookUrl, runbook_path: meant, summary }) => {
    const known =
      meant === "" ? "dead link" : existsSync(path.join(runbooks, meant)) ? "runbook" : "not in the folder";
    return {
      ...{ name: alertname, runbookUrl, summary, known },
      runbook: known === "runbook" ? meant : null,
    };
  });
}

interface Library {
  size: number;
  /** The first hit's path, as the console would answer. */
  firstFor: (alert: AlertFacts) => string | null;
}

/** All runbooks of the folder, as they would be found once imported. */
export function readLibrary(folder: string): Library {
  const known = findMarkdown([folder]).map((file) => {
    const id = path.relative(folder, file).split(path.sep).join("/");
    const { title, triggers, sections } = parseRunbook(textOf(readFileSync(file)), {
      fileName: path.basename(file),
    });
    const slug = slugFrom(path.basename(file));
    const candidate: MatchCandidate = { id, title, slug, fileName: id, triggers, sections };
    return { candidate, findable: findableOf({ title, triggers, sections }, { slug, fileName: id }) };
  });
  const firstFor = (alert: AlertFacts) => {
    const candidates = known.filter(({ findable }) => mayAnswer(alert, findable));
    return (
      matchAlert(
        alert,
        candidates.map(({ candidate }) => candidate),
      )[0]?.id ?? null
    );
  };
  return { size: known.length, firstFor };
}

/** What the query of lib/runbooks/match/match-runbooks.ts asks of a row. */
function mayAnswer(alert: AlertFacts, { matchNames, signatures }: Findable): boolean {
  const { names, text } = keysOf(alert);
  return names.some((name) => matchNames.includes(name)) || signatures.some((part) => text.includes(part));
}
