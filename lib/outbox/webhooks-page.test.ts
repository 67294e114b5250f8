import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatDuration } from "@/lib/kernel/durations";
import { GIVE_UP_AFTER_MS, nextAttempt } from "./backoff.rules";
import { slackBody } from "./channels/slack.rules";

const page = readFileSync("docs/webhooks.md", "utf8").replaceAll(/\s+/g, " ");

test("the page about webhooks shows a message as it is sent", () => {
  const facts = { key: "INC-42", kind: "real", severity: 1, title: "Orders are stuck" } as const;
  const told = {
    commander: "Mara Lindqvist",
    nextDueAt: Date.parse("2026-03-01T03:30:00Z"),
    link: "https://quarterdeck.example.org/incidents/INC-42",
  };
  const update = {
    ...({ number: 3, status: "mitigating", final: false, blockers: "" } as const),
    current: "New orders go through; <old> ones wait.",
    progress: "Rolled back to the last good release.",
  };
  const body = JSON.stringify(slackBody(update, { ...facts, ...told }), null, 2);
  expect(page).toContain(body.replaceAll(/\s+/g, " "));
});

test("the page about webhooks tells how long it is tried", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((failed) => formatDuration(nextAttempt(failed, 0, 0) ?? 0));
  const last = [8, 9, 30].map((failed) => formatDuration(nextAttempt(failed, 0, 0) ?? 0));
  expect(new Set(last).size).toBe(1);
  expect(page).toContain(`after ${waits.join(", ")}, and then every ${last[0]}`);
  expect(page).toContain(`for ${GIVE_UP_AFTER_MS / 3_600_000} hours from the decision`);
});
