import { Prisma } from "./generated/client";

/**
 * All columns of a model for a SELECT written by hand, each under the name of its field.
 * @param fields Prisma's list of them, such as `Prisma.IncidentScalarFieldEnum`
 */
export function columnsOf(fields: Readonly<Record<string, string>>): Prisma.Sql {
  const columns = Object.values(fields).map((field) => `"${inSnakeCase(field)}" AS "${field}"`);
  return Prisma.raw(columns.join(", "));
}

/** How the schema maps fields to columns. */
function inSnakeCase(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
