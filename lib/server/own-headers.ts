/** Set by the listener on every request, whatever the client sent: the address after trusted proxies. */
export const ADDRESS_HEADER = "x-quarterdeck-address";

/** The client's address as the listener found it; "unknown" where no listener stands before the application. */
export function addressOf(request: Request): string {
  return request.headers.get(ADDRESS_HEADER) ?? "unknown";
}

/** Set by the listener on every request for a page: its path and query, to come back to after signing in. */
export const PATH_HEADER = "x-quarterdeck-path";
