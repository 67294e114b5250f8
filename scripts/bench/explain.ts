/** A node of a plan as EXPLAIN (ANALYZE, FORMAT JSON) gives it; see PostgreSQL's manual, "Using EXPLAIN". */
export interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
}

/** More rows than this, looked at for one page, is a table read from end to end by another name. */
const ROWS_AT_MOST = 20_000;
/** A table of so many rows is best read whole. */
const FEW = 5_000;

/**
 * What a plan reads too much of.
 * @param large tables that grow with use
 * @returns a line for each node that scans one of them sequentially, or looks at very many of its rows
 */
export function excesses(plan: Plan | undefined, large: ReadonlySet<string>): string[] {
  if (!plan) return [];
  const inner = (plan.Plans ?? []).flatMap((child) => excesses(child, large));
  const table = plan["Relation Name"];
  if (!table || !large.has(table)) return inner;
  const removed = (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
  const rows = Math.round((plan["Actual Rows"] + removed) * plan["Actual Loops"]);
  if (plan["Node Type"] === "Seq Scan" && rows > FEW) return [`reads ${table} from end to end`, ...inner];
  return rows > ROWS_AT_MOST ? [`looks at ${rows.toLocaleString("en")} rows of ${table}`, ...inner] : inner;
}
