import { inEnglish } from "./glossary";
import { plainText } from "./inline";
import type { Block, Contact } from "./types";

type Table = Extract<Block, { type: "table" }>;

const NAME = /\b(?:names?|who|persons?|contacts?)\b/i;
const ROLE = /\b(?:roles?|teams?|groups?|services?|areas?|functions?|vendors?)\b/i;
const CHANNEL = /\b(?:phone|telephone|mobile|slack|chat|channels?|e-?mails?|pager(?:duty)?|opsgenie)\b/i;

/** Rows of a table with a column for who it is and one or more for how to reach them. */
export function contactRows(table: Table): Contact[] {
  const heads = table.header.map((cell) => inEnglish(plainText(cell)));
  const isChannel = heads.map((head) => CHANNEL.test(head));
  const nameAt = heads.findIndex((head, i) => NAME.test(head) && !isChannel[i]);
  const roleAt = heads.findIndex((head, i) => ROLE.test(head) && !isChannel[i] && i !== nameAt);
  if (!isChannel.includes(true) || (nameAt < 0 && roleAt < 0)) return [];
  return table.rows.flatMap(({ cells, line }) => {
    const words = cells.map((cell) => plainText(cell).replace(/^(?:[-–—]|n\/a|none)$/i, ""));
    const named = words[nameAt] || null;
    const role = words[roleAt] || null;
    const name = named ?? role;
    const channels = words.flatMap((value, i) =>
      isChannel[i] && value !== "" ? [{ kind: plainText(table.header[i] ?? []), value }] : [],
    );
    return name !== null && channels.length > 0
      ? [{ name, role: named === null ? null : role, channels, line }]
      : [];
  });
}
