import { withoutColon } from "./labels";
import { isInstruction, tellsReader } from "./words";

/** Up to here the words of a step are its title. */
const LONG = 100;

/**
 * The sentence that a long step is called by: the first that tells what to do, else its first. The others are said
 * below it.
 *
 * @returns null for a short text, and for one sentence
 */
export function titleSentence(text: string): string | null {
  if (text.length <= LONG) return null;
  const sentences = text.split(ENDS);
  if (sentences.length < 2) return null;
  return withoutColon(
    sentences.find((words) => tellsReader(words) && !LEANS.test(words)) ??
      sentences.find(isInstruction) ??
      sentences[0] ??
      text,
  );
}

/** What says nothing without the sentence before it. */
const LEANS =
  /^(?:then |and )?(?:to do (?:so|this|that|it)\b|(?:run|use|execute|do) (?:the following|this|these|it)\b)/i;

/** Where a sentence ends: not behind a number or an abbreviation. */
const ENDS =
  /(?<=[^\s.][.!?]["”’)]?)(?<!(?:^|\s)(?:[Ss]tep )?\d{1,3}[.)])(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|No|Dr|St)\.)\s+(?=["“‘(<]?\p{Lu})/u;
