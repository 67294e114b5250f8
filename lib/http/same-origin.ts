import { Failure } from "@/lib/kernel/errors";

/**
 * Refuses a write that another site may have caused with our cookie: Sec-Fetch-Site must say same-origin, or the
 * Origin's host must be the one the request was sent to; and the body must be JSON (or a declared upload), which a
 * form cannot send. Source: OWASP's cross-site request forgery cheat sheet, "Fetch Metadata headers".
 * @throws Failure `forbidden`
 */
export function refuseCrossSite(request: Request, uploads: readonly string[] = []): void {
  const site = request.headers.get("sec-fetch-site");
  const ours = site === null ? isOwnOrigin(request) : site === "same-origin";
  if (!ours) throw new Failure("forbidden", "This request came from another site. Use the console itself.");
  refuseOtherTypes(request, uploads);
}

/** The body must be JSON or a declared upload. @throws Failure `invalid` */
export function refuseOtherTypes(request: Request, uploads: readonly string[] = []): void {
  const type = contentType(request);
  if (type !== "application/json" && !uploads.includes(type)) {
    throw new Failure(
      "invalid",
      `Send ${["JSON (content-type: application/json)", ...uploads].join(" or ")}.`,
    );
  }
}

/** Without parameters such as the character set. */
export function contentType(request: Request): string {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
}

function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
