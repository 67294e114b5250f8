import pino, { type Logger } from "pino";

/** Names whose values never reach a log, wherever they stand in what is logged. */
const SECRET_NAMES = [
  "password",
  "passwordHash",
  "token",
  "tokenHash",
  "secret",
  "cookie",
  "authorization",
  "url",
];

/** Structured logs on standard output. @param level pino's: trace, debug, info, warn, error, fatal, silent */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[secret]" },
  });
}
