import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/db/generated/client";
import type { ReadContext } from "@/lib/db/context";
import { listQuery } from "@/lib/incidents/list-filters";
import { listIncidents } from "@/lib/incidents/list";
import { findTexts } from "@/lib/room/find-texts";
import { readDay } from "@/lib/room/read-day";
import { readRoom } from "@/lib/room/read-room";
import { readFigures } from "@/lib/runbooks/learning/read-figures";
import { readPage } from "@/lib/record/read-page";
import { entriesQuery } from "@/lib/record/schemas";
import { excesses, type Plan } from "./explain";
import type { Facts } from "./facts";

/** A statement that reads too much. */
export interface BadPlan {
  question: string;
  what: string;
  sql: string;
}

/** What grows with use. */
const LARGE: ReadonlySet<string> = new Set([
  ...["incidents", "streams", "timeline_entries", "entry_texts", "incident_services", "participants"],
  ...["checklists", "checklist_items", "due_items", "idempotent_results", "summary_versions"],
]);

/**
 * Asks what screens ask, and lets PostgreSQL explain every statement that went out.
 * @returns those that read too much, and how many were looked at
 */
export async function checkPlans(url: string, facts: Facts): Promise<{ bad: BadPlan[]; looked: number }> {
  const sent: Statement[] = [];
  const pool = new pg.Pool({ connectionString: url, max: 4, Client: recorder(sent) });
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  const explainer = new pg.Client({ connectionString: url });
  await explainer.connect();
  const [person] = facts.people;
  if (!person) throw new Error("The database has no people");
  const actor = { kind: "person", id: person.id, accessRole: person.accessRole, via: "session" } as const;
  const bad: BadPlan[] = [];
  let looked = 0;
  try {
    for (const [question, ask] of Object.entries(questions(facts, person.id))) {
      sent.length = 0;
      await ask({ db, actor, clock: { now: () => new Date() } });
      for (const statement of sent.filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text))) {
        const plans = await explain(explainer, statement);
        looked += 1;
        const found = new Set(plans.flatMap((plan) => excesses(plan, LARGE)));
        bad.push(...[...found].map((what) => ({ question, what, sql: statement.text })));
      }
    }
  } finally {
    await explainer.end();
    await db.$disconnect();
    await pool.end();
  }
  return { bad, looked };
}

/**
 * The plans of a statement asked again and again: the console keeps it prepared, and from the sixth time on PostgreSQL
 * may have one plan for whatever values come.
 */
async function explain(client: pg.Client, { text, values }: Statement): Promise<(Plan | undefined)[]> {
  const given = values.length > 0 ? `(${await literals(client, values)})` : "";
  const plans: (Plan | undefined)[] = [];
  await client.query(`PREPARE asked AS ${text}`);
  for (let time = 1; time <= 6; time++) {
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked${given}`,
    );
    plans.push(rows[0]?.["QUERY PLAN"][0].Plan);
  }
  await client.query("DEALLOCATE asked");
  return plans;
}

/** The values as they stand in SQL, in the form in which pg sends them. */
async function literals(client: pg.Client, values: unknown[]): Promise<string> {
  const quoted = values.map((_, index) => `quote_nullable($${index + 1}::text)`);
  const { rows } = await client.query<string[]>({
    text: `SELECT ${quoted.join(", ")}`,
    values,
    rowMode: "array",
  });
  return rows[0]?.join(", ") ?? "";
}

interface Statement {
  text: string;
  values: unknown[];
}

/** A client that notes down what it sends, so that the very statements of the console are explained. */
function recorder(sent: Statement[]): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      const send = this.query.bind(this) as (...args: unknown[]) => unknown;
      const record = (first: string | Statement, ...rest: unknown[]) => {
        const text = typeof first === "string" ? first : first.text;
        const values = Array.isArray(rest[0])
          ? (rest[0] as unknown[])
          : typeof first === "string"
            ? []
            : first.values;
        sent.push({ text, values });
        return send(first, ...rest);
      };
      this.query = record as typeof this.query;
    }
  };
}

function questions(facts: Facts, person: string): Record<string, (ctx: ReadContext) => Promise<unknown>> {
  const list = (query: object) => (ctx: ReadContext) => listIncidents(ctx, listQuery.parse(query));
  const page = (query: object) => (ctx: ReadContext) =>
    readPage(ctx, { key: facts.longest.key, ...entriesQuery.parse(query) });
  return {
    "the list": list({}),
    "the list's second page": async (ctx) => {
      const { next } = await listIncidents(ctx, listQuery.parse({}));
      return listIncidents(ctx, listQuery.parse({ after: next }));
    },
    "what is closed": list({ status: "closed" }),
    "what is open": list({ status: "open" }),
    "one severity": list({ severity: "1" }),
    "one environment": list({ environment: facts.environmentId }),
    "one service": list({ service: facts.serviceId }),
    "one commander": list({ commander: person }),
    mine: list({ mine: "1" }),
    "one month": list({ from: "2026-01-01", to: "2026-01-31" }),
    "a word": list({ q: "labels" }),
    "a word that is nowhere": list({ q: "zeppelin" }),
    "a key": list({ q: "inc-4711" }),
    "words that were written": (ctx) => findTexts(ctx, "labels queue"),
    "words that every note has": (ctx) => findTexts(ctx, "workers busy"),
    "words that nobody wrote": (ctx) => findTexts(ctx, "PSQLException"),
    "how a runbook did": (ctx) => readFigures(ctx, facts.walkedSlug),
    "my day": (ctx) => readDay(ctx),
    "the longest room": (ctx) => readRoom(ctx, facts.longest.key),
    "a short room": (ctx) => readRoom(ctx, "INC-7"),
    "a page of the timeline": page({}),
    "a page of one kind": page({ kind: "note.added" }),
    "a page of one person": page({ person }),
  };
}
