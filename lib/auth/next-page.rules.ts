/**
 * Where to go after signing in: a page of this console, or home. Anything that a browser could read as another
 * site, and the pages that lead here, are not followed.
 */
export function nextPage(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])[\u0021-\u007e]*$/.test(wanted)) return "/";
  if (wanted.includes("\\") || /^\/(sign-in|setup|invitation|reset|api)([/?#]|$)/.test(wanted)) return "/";
  return wanted;
}
