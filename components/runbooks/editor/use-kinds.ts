"use client";

import { toast } from "@/components/ui/toast";
import { formsOf, saysOnly, type Kind } from "@/lib/runbooks/edit/kind-forms.rules";
import { withRole } from "../preview/changes.rules";
import type { Piece } from "../reading/pieces.rules";
import type { Preview } from "./use-preview";
import type { RunbookText } from "./use-runbook-text";

/**
 * Makes a piece something else: in the Markdown, where a form of it says that and nothing else, as reading it shows;
 * else beside it, as corrections of an import are kept.
 * @param onMade is told the line of the piece
 */
export function useKinds(text: RunbookText, preview: Preview, onMade: (line: number) => void) {
  return async (piece: Piece, as: Kind | null, words: string): Promise<void> => {
    const { data, outline, isOfNow, read } = preview;
    if (!data || !outline || !isOfNow) return void toast.failed("The text is still being read. Try again.");
    const line = piece.lines.start;
    const choices = withRole(data.choices, line, null);
    // What is kept beside the text already is changed there: so there is one place to look.
    const forms = as === null || choices.length < data.choices.length ? [] : formsOf(outline, line, as);
    for (const { source, lines } of forms) {
      const reading = await read(source).catch(() => null);
      if (!text.isStill()) return void toast.failed("The text was changed meanwhile. Try again.");
      if (!as || !reading || !saysOnly(data.parsed, reading.parsed, lines, { line, as })) continue;
      text.replace(source, `Line ${line}: ${words}, in the Markdown.`);
      return onMade(line);
    }
    const beside = as === null ? "" : ", beside the text";
    text.choose(as === null ? choices : withRole(choices, line, as), `Line ${line}: ${words}${beside}.`);
    onMade(line);
  };
}
