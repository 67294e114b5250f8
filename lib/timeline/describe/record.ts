import type { recordEvents } from "../events/record";
import { parts, quoteOf, type Describers } from "./sentence";

/** What people wrote into the record, and how they put it right. */
export const recordSentences: Describers<keyof typeof recordEvents> = {
  "note.added": (entry) => ({ icon: "note", parts: parts`noted`, ...quoteOf(entry, entry.data.text) }),
  "log.pasted": (entry) => ({
    icon: "file",
    parts: parts`pasted a log of ${entry.data.lines === 1 ? "1 line" : `${entry.data.lines} lines`}`,
    ...quoteOf(entry, entry.data.text),
  }),
  "entry.corrected": (entry) => ({
    icon: "pencil",
    parts: parts`corrected ${`#${entry.data.seq}`}`,
    ...quoteOf(entry, entry.data.text),
  }),
  "entry.time_corrected": (entry, names) => ({
    icon: "clock",
    parts: parts`put the time of ${`#${entry.data.seq}`} at ${names.time(entry.data.to, entry.at)}`,
  }),
  "entry.pinned": (entry) => ({ icon: "pin", parts: parts`pinned ${`#${entry.data.seq}`}` }),
  "entry.unpinned": (entry) => ({ icon: "pin", parts: parts`unpinned ${`#${entry.data.seq}`}` }),
  "text.redacted": (entry) => ({
    icon: "eye",
    parts: parts`redacted words of ${`#${entry.data.seq}`}`,
    ...quoteOf(entry, entry.data.reason),
  }),
};
