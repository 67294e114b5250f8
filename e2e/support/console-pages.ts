import { readdirSync } from "node:fs";
import path from "node:path";

/** Who may open a page. For everybody else who has signed in it is not there; who has not is sent to sign in. */
export type Opens = "anybody" | "signed in" | "responder" | "administrator";

export interface ConsolePage {
  /** Its file below app/. */
  file: string;
  opens: Opens;
  /** An address of it; `KEY`, `LIST` and `SLUG` stand for a resolved incident, its walked chart, and a runbook. */
  address: string;
}

/** Every page with who may open it, written by hand. */
export const consolePages: ConsolePage[] = [
  { file: "(entrance)/sign-in", opens: "anybody", address: "/sign-in" },
  { file: "(entrance)/setup/[token]", opens: "anybody", address: "/setup/used-up" },
  { file: "(entrance)/invitation/[token]", opens: "anybody", address: "/invitation/made-up" },
  { file: "(entrance)/reset/[token]", opens: "anybody", address: "/reset/made-up" },
  { file: "(console)", opens: "signed in", address: "/" },
  { file: "(console)/incidents", opens: "signed in", address: "/incidents" },
  { file: "(console)/incidents/[key]", opens: "signed in", address: "/incidents/KEY" },
  { file: "(console)/incidents/[key]/update", opens: "responder", address: "/incidents/KEY/update" },
  {
    file: "(console)/incidents/[key]/checklists/[checklistId]",
    opens: "signed in",
    address: "/incidents/KEY/checklists/LIST",
  },
  { file: "(console)/reviews", opens: "signed in", address: "/reviews" },
  { file: "(console)/reviews/[key]", opens: "signed in", address: "/reviews/KEY" },
  { file: "(console)/runbooks", opens: "signed in", address: "/runbooks" },
  { file: "(console)/runbooks/[slug]", opens: "signed in", address: "/runbooks/SLUG" },
  { file: "(console)/runbooks/[slug]/edit", opens: "responder", address: "/runbooks/SLUG/edit" },
  {
    file: "(console)/runbooks/[slug]/versions",
    opens: "signed in",
    address: "/runbooks/SLUG/versions?from=1&to=1",
  },
  {
    file: "(console)/runbooks/[slug]/versions/[number]",
    opens: "signed in",
    address: "/runbooks/SLUG/versions/1",
  },
  { file: "(console)/runbooks/new", opens: "responder", address: "/runbooks/new" },
  { file: "(console)/runbooks/rot", opens: "signed in", address: "/runbooks/rot" },
  { file: "(console)/runbooks/import", opens: "responder", address: "/runbooks/import" },
  { file: "(console)/profile", opens: "signed in", address: "/profile" },
  { file: "(console)/admin", opens: "administrator", address: "/admin" },
  { file: "(console)/admin/people", opens: "administrator", address: "/admin/people" },
  { file: "(console)/admin/catalogue", opens: "administrator", address: "/admin/catalogue" },
  { file: "(console)/admin/webhooks", opens: "administrator", address: "/admin/webhooks" },
  { file: "(console)/admin/targets", opens: "administrator", address: "/admin/targets" },
  { file: "(console)/admin/tokens", opens: "administrator", address: "/admin/tokens" },
  { file: "(console)/admin/audit", opens: "administrator", address: "/admin/audit" },
];

/** The folders below app/ that hold a page. */
export function pageFiles(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  return files.filter((file) => path.basename(file) === "page.tsx").map((file) => path.dirname(file));
}
