import { createContext, Fragment, use, type ReactNode } from "react";
import { cutAtGaps, type Filled } from "@/lib/checklists/gaps.rules";

/** What was filled into gaps, for all words of runbooks below; outside of an incident: nothing. */
export const FilledContext = createContext<Filled>(new Map());

interface FilledTextProps {
  text: string;
  /** How what is no gap is drawn. */
  words?: (text: string) => ReactNode;
}

/** A text of a runbook; what somebody filled in is marked, with the name of its gap. */
export function FilledText({ text, words = (plain) => plain }: FilledTextProps): ReactNode {
  return cutAtGaps(text, use(FilledContext)).map((part, index) =>
    typeof part === "string" ? (
      <Fragment key={index}>{words(part)}</Fragment>
    ) : (
      <strong
        key={index}
        title={part.name}
        className="decoration-act font-mono underline decoration-dotted underline-offset-3"
      >
        {part.value}
      </strong>
    ),
  );
}
