import type { ParsedStep } from "@/lib/runbooks/parse/types";

const VERBS = "apply|fail ?over|patch|purge|reload|restart|roll ?back|scale";
const TELLS = new RegExp(`\\b(?:${VERBS})\\b`, "i");
const BEGINS = new RegExp(`^(?:${VERBS})\\b`, "i");

/**
 * Whether a step changes production: what it begins with says so, or one of its commands does.
 * @param title its words, as a person reads them
 */
export function isRisky(title: string, commands: ParsedStep["commands"] = []): boolean {
  return (
    BEGINS.test(title) ||
    commands.some(({ danger, text }) => danger !== null || TELLS.test(text.slice(0, 4_000)))
  );
}
