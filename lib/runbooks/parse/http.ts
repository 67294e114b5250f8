import { placeholdersIn } from "./placeholders.rules";
import type { HttpCheck } from "./types";

/**
 * Reads an HTTP request (`GET /api/v1/health`) or the path of an endpoint (`/metrics`) that fills a whole
 * code span or line.
 *
 * @returns null for anything else, paths of files included.
 */
export function readHttp(code: string, line: number): HttpCheck | null {
  const text = code.trim();
  const request = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+((?:https?:\/)?\/\S+|\/)/.exec(text);
  const target = request?.[2] ?? (isEndpoint(text) ? text : null);
  if (target === null) return null;
  return { method: request?.[1] ?? null, target, placeholders: placeholdersIn(target), line };
}

/** Paths whose first part only services use; `/var/log/…` is a file. */
function isEndpoint(text: string): boolean {
  if (!/^\/[\w\-./{}<>:~%?=&]*$/.test(text) || /\.(?:log|conf|json|ya?ml|md|txt|sh|py|service)$/.test(text))
    return false;
  const first = text.slice(1).split(/[/?]/, 1)[0] ?? "";
  return /^(?:api|v\d+|-|actuator|metrics|(?:health|ready|live)(?:z|check)?|livez|liveness|readiness|status|ping|version|graphql)$/.test(
    first,
  );
}
