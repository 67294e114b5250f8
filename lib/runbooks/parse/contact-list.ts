import { textsAbout, type ListedText } from "./listed-texts";
import type { Contact, ParsedSection } from "./types";

/** Who can be reached how, one to an item, below a heading or label that says so: "Storage: #storage, +44 20 7946 0000". */
export function listedContacts(section: ParsedSection): Contact[] {
  return textsAbout(section, ABOUT).flatMap((listed) => contactOf(listed) ?? []);
}

const ABOUT =
  /\b(?:contacts?|who to (?:call|contact|page|ask)|whom to (?:call|contact|page|ask)|escalat\w*|phone (?:numbers?|list))\b/i;

function contactOf({ text, line }: ListedText): Contact | null {
  const channels = CHANNELS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, value: match[1] ?? match[0], at: match.index })),
  );
  const first = Math.min(...channels.map(({ at }) => at));
  if (channels.length === 0 || first > MAX_BEFORE) return null;
  const before = text.slice(0, first);
  if (/[.!?]\s+\p{Lu}/u.test(before) || /^(?:if|when|see)\b/i.test(before)) return null;
  const [, label = "", rest = before] = /^([^:–—]{2,60}?)\s*(?::|[–—]|\s-)\s+(.*)$/.exec(before) ?? [];
  const [role, name] = [trimmed(label), trimmed(rest).replace(TELLS, "")];
  if (role === "" && name === "") return null;
  return {
    name: name || role,
    role: name && role ? role : null,
    channels: channels.sort((a, b) => a.at - b.at).map(({ kind, value }) => ({ kind, value })),
    line,
  };
}

/** Further behind stands a sentence that mentions an address. */
const MAX_BEFORE = 80;

/** Without the signs and words that lead into what stands behind; nothing when it is a sentence. */
function trimmed(text: string): string {
  const name = text.replace(LEADS_ON, "").trim();
  return name.split(" ").length > 7 || /\b(?:is|are|was|has|have|should|can|will|must)\b/i.test(name)
    ? ""
    : name;
}

/** "Page the on-call": what is to be done with them is none of their name. */
const TELLS =
  /^(?:please )?(?:escalate(?: it)? to|page|post|write(?: to)?|ask|ping|message|call|phone|contact|notify|inform|involve|tell|alert)(?:\s+(?=(?:the|our|your|an?)\s)|$)/i;

const LEADS_ON =
  /(?:[\s,;:(–—-]|(?<=^|[\s(])(?:at|on|in|via|by|or|and|tel|phone|e-?mail|mail|slack|call|channel)\.?(?=[\s,;:(–—-]|$))+$/i;

const CHANNELS: readonly { kind: string; pattern: RegExp }[] = [
  { kind: "Email", pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g },
  {
    kind: "Phone",
    pattern:
      /(?<![\w+])(\+\d[\d ()/.-]{5,20}\d|(?<=\b(?:tel|phone|call|mobile)\b\W{1,3})\d[\d ()/-]{2,20}\d)/gi,
  },
  { kind: "Chat", pattern: /(?<![\w/&])#[a-z][\w-]{1,79}/g },
  { kind: "Pager", pattern: /\b(?:pagerduty|opsgenie|pager)\s*:?\s+([\w-]{2,60})/gi },
];
