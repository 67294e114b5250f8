import { expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { headWords, leftOut } from "./head-words.rules";

const SOURCE = `---
title: Orders wait
owner: Ana Ferro
tags: [orders, queue]
severity: SEV1
alert: OrdersWait
links:
  board: https://example.org
---

1. Look.
`;

const wordsOf = (source: string, isNew: boolean) =>
  headWords(parseRunbook(source), source.split("\n"), isNew).flatMap(({ line, word }) =>
    word ? [`${line}: ${word}`] : [],
  );

it("front matter says what a new runbook takes of it, what is a fact, and what is left out", () => {
  expect(wordsOf(SOURCE, true)).toEqual([
    ...["2: title", "3: owner, if known", "4: tag", "5: fact", "6: fact", "7: left out"],
  ]);
});

it("of a runbook that is there already nothing is taken over: all of it are facts", () => {
  expect(wordsOf(SOURCE, false)).toEqual([
    ...["2: title", "3: fact", "4: fact", "5: fact", "6: fact", "7: left out"],
  ]);
});

it("only front matter that cannot be read counts as left out", () => {
  expect(leftOut(parseRunbook(SOURCE))).toBe(0);
  const broken = "---\nowner: [\n---\n\n1. Look.\n";
  expect(wordsOf(broken, true)).toEqual([]);
  expect(leftOut(parseRunbook(broken))).toBe(3);
});
