import { z } from "zod";
import { id, moment, textRef } from "./common";

const seq = z.int().positive();

/** What people write into the record, and how they put it right. */
export const recordEvents = {
  /** The scribe's (or anyone's) note; `mentions` are the people named with @. */
  "note.added": z.strictObject({ text: textRef, mentions: z.array(id) }),
  "log.pasted": z.strictObject({ text: textRef, lines: z.int().positive() }),
  /** Replaces the words of an earlier note; the earlier words stay readable. */
  "entry.corrected": z.strictObject({ seq, text: textRef }),
  /** Puts the time of an earlier note right; both times stay. */
  "entry.time_corrected": z.strictObject({ seq, from: moment, to: moment }),
  "entry.pinned": z.strictObject({ seq }),
  "entry.unpinned": z.strictObject({ seq }),
  /** The words of `textId` are gone for good (a password was pasted); their digest stays in the chain. */
  "text.redacted": z.strictObject({ seq, textId: id, reason: textRef }),
} as const;
