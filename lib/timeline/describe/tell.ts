import { REDACTED } from "@/lib/kernel/redacted";
import type { Entry } from "../events";
import type { Names } from "./names";
import type { Said, Sentence } from "./sentence";

/**
 * What an entry tells by these sentences.
 * @throws TypeError for an entry of another stream's kinds
 */
export function tell(sentences: object, entry: Entry, names: Names): Sentence {
  const describer = (sentences as Record<string, (entry: Entry, names: Names) => Said>)[entry.kind];
  if (!describer) throw new TypeError(`${entry.kind} is no kind of this stream.`);
  const { nobody, ...said } = describer(entry, names);
  return { who: nobody ? null : actorOf(entry, names), ...said };
}

/** A sentence without markup; what was redacted is `[redacted]`. */
export function inOneLine({ who, parts, quote }: Sentence): string {
  const sentence = parts.map((part) => ("object" in part ? part.object : part.text)).join("");
  const words = quote === undefined ? "" : `: ${(quote ?? REDACTED).replaceAll(/\s+/g, " ").trim()}`;
  return `${who ? `${who} ` : ""}${sentence}${words}`;
}

function actorOf({ actor }: Entry, names: Names): string {
  if (actor.kind === "system" || actor.id === null) return "The console";
  if (actor.kind === "token") return names.machine(actor.id);
  return actor.id === names.me ? "You" : names.person(actor.id);
}
