export type Log = (level: "ERROR" | "INFO", message: string, fields?: Record<string, unknown>) => void;

/** Writes one line in the form that Prisma's command line reads from an engine. */
export const log: Log = (level, message, fields = {}) => {
  const line = { timestamp: new Date().toISOString(), level, fields: { message, ...fields } };
  process.stderr.write(`${JSON.stringify({ ...line, target: "schema_engine::logger" })}\n`);
};
