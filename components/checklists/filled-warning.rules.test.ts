import { expect, it } from "vitest";
import { placeholdersIn } from "@/lib/runbooks/parse/placeholders.rules";
import { dangerOf } from "@/lib/runbooks/parse/danger";
import { filledWarnings } from "./filled-warning.rules";

function stepWith(text: string, kind: "shell" | "sql" = "shell") {
  const command = { text, kind, danger: dangerOf(text), placeholders: placeholdersIn(text) };
  return { commands: [command] } as unknown as Parameters<typeof filledWarnings>[0];
}

it("warns of a value that a shell reads, and of what the filled command then does", () => {
  const step = stepWith("kubectl get pods --context <region>");
  expect(filledWarnings(step, { region: "eu-west-1; rm -rf /" })).toEqual([
    "region holds “;”, which a shell reads. Check it before you run this.",
    "Deletes files.",
  ]);
  expect(filledWarnings(step, { region: "$(id) 'a'" })[0]).toContain("region holds “$ ( ) '”,");
});

it("says nothing of a plain value, of an empty gap, or twice what the step says already", () => {
  const step = stepWith("kubectl get pods --context <region>");
  expect(filledWarnings(step, { region: "eu-west-1" })).toEqual([]);
  expect(filledWarnings(step, {})).toEqual([]);
  expect(filledWarnings(stepWith("rm -rf <folder>"), { folder: "/srv/old" })).toEqual([]);
});

it("sees a danger that only the value brings", () => {
  expect(filledWarnings(stepWith("kubectl <verb> pod api-0"), { verb: "delete" })).toEqual([
    "Removes running workloads.",
  ]);
});

it("sees no danger in what a gap that is still empty leaves out", () => {
  const step = stepWith("git checkout <commit> . && make <target>");
  expect(filledWarnings(step, { target: "all" })).toEqual([]);
});

it("does not speak of a shell where a database reads the value", () => {
  const step = stepWith("SELECT * FROM people WHERE name = '<name>'", "sql");
  expect(filledWarnings(step, { name: "O'Brien" })).toEqual([]);
});
