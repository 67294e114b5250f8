import type { ParsedSection } from "../parse/types";

/** A document with more is an index of something; the first ones say enough. */
const AT_MOST = 100;
const LONGEST = 2_000;

/** The web addresses that a text links to, each once, without the part of the page (`#…`). */
export function linksIn(sections: readonly ParsedSection[]): string[] {
  const found = new Set<string>();
  collect(sections, found);
  return [...found].slice(0, AT_MOST);
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((one) => collect(one, found));
  if (typeof value !== "object" || value === null) return;
  if ("href" in value && typeof value.href === "string") {
    const url = addressOf(value.href);
    if (url) found.add(url);
  }
  Object.values(value).forEach((one) => collect(one, found));
}

function addressOf(href: string): string | null {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  url.hash = "";
  // Who writes a password into an address means it for their own browser.
  return url.username || url.password || url.href.length > LONGEST ? null : url.href;
}
