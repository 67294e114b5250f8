import type { z } from "zod";

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * An issue of a choice in words that name what may be chosen, as the `error` of a parse: a schema's own words win.
 * @returns undefined for every other issue, which keeps its words
 */
export function namingValues(issue: Issue): string | undefined {
  const values = [...new Set(valuesOf(issue) ?? [])];
  if (values.length === 0) return undefined;
  return values.length === 1 ? `Must be ${values[0]}.` : `Must be one of ${values.join(", ")}.`;
}

/** Null: other things than these are valid too. */
function valuesOf(issue: Issue | z.core.$ZodIssue): string[] | null {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code !== "invalid_union") return null;
  if ("options" in issue && Array.isArray(issue.options)) return issue.options.map(String);
  // Of one value or a list of them, the other shape says nothing of what is valid.
  const branches = issue.errors.filter((branch) => !branch.every(({ code }) => code === "invalid_type"));
  const values = branches.flat().map(valuesOf);
  return values.includes(null) ? null : values.flatMap((some) => some ?? []);
}
