import { describe, expect, it } from "vitest";
import { readFenceCommands } from "./fence-commands";
import { steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";

const read = (source: string) => steps(parseRunbook(`# A\n\n## Steps\n\n${source}\n`), "Steps");
const commandsOf = (source: string) => read(source).flatMap(({ commands }) => commands);

describe("what a database is asked", () => {
  it("is a command for each statement, with the comment above it", () => {
    const source =
      "1. Look:\n\n   ```sql\n   -- the oldest first\n   SELECT pid\n   FROM pg_stat_activity\n   ORDER BY xact_start;\n\n   SELECT pg_terminate_backend(<pid>);\n   ```\n";
    expect(commandsOf(source)).toMatchObject([
      {
        text: "SELECT pid\nFROM pg_stat_activity\nORDER BY xact_start;",
        kind: "sql",
        comment: "the oldest first",
        danger: null,
        lines: { start: 9, end: 11 },
      },
      {
        text: "SELECT pg_terminate_backend(<pid>);",
        danger: "Ends sessions.",
        placeholders: [{ name: "pid" }],
      },
    ]);
  });

  it("is not cut inside of a body in dollars, nor where it has another delimiter", () => {
    const anonymous = "DO $$\nBEGIN\n  PERFORM pg_terminate_backend(1);\n\n  PERFORM 2;\nEND\n$$;\nSELECT 3;";
    const procedure = "DELIMITER //\nCREATE PROCEDURE p()\nBEGIN\n  SELECT 1;\nEND //\nDELIMITER ;";
    const inFence = (sql: string) =>
      commandsOf(`1. Do it:\n\n   \`\`\`sql\n   ${sql.replaceAll("\n", "\n   ")}\n   \`\`\`\n`);
    expect(inFence(anonymous)).toMatchObject([
      { text: anonymous.replace("\nSELECT 3;", ""), danger: "Ends sessions.", lines: { start: 8, end: 14 } },
      { text: "SELECT 3;", lines: { start: 15, end: 15 } },
    ]);
    expect(inFence(procedure).map(({ text }) => text)).toEqual([procedure]);
  });

  it("has each comment, wherever it stands", () => {
    const source = [
      "-- only with the lead",
      "",
      "BEGIN;",
      "UPDATE mails SET state = 1 WHERE id = <id>; -- one row",
      "",
      "-- check that it is one row,",
      "-- otherwise ROLLBACK",
      "-----------------------",
      "",
      "COMMIT;",
      "-- then tell #mails",
    ].join("\n");
    expect(readFenceCommands(source, "sql", 1).commands).toMatchObject([
      { text: "BEGIN;", comment: "only with the lead" },
      { text: "UPDATE mails SET state = 1 WHERE id = <id>; -- one row", comment: null },
      { text: "COMMIT;", comment: "check that it is one row,\notherwise ROLLBACK\nthen tell #mails" },
    ]);
  });

  it("may stand in a fence without a language, or in a code span", () => {
    expect(commandsOf("1. Drop it:\n\n   ```\n   DROP INDEX old;\n   ```\n").map(({ text }) => text)).toEqual(
      ["DROP INDEX old;"],
    );
    expect(
      commandsOf("1. Find them: `SELECT * FROM slots WHERE NOT active;`\n").map(({ kind }) => kind),
    ).toEqual(["sql"]);
  });

  it.each([
    "1. Look at `SELECT` and `SET` and `CALL us`",
    "1. Look:\n\n   ```\n   SET UP THE ROOM\n   ```\n",
    "1. Look:\n\n   ```sql\n   -- nothing yet\n   ```\n",
    "1. Look:\n\n   ```sql\n    count\n   -------\n        3\n   ```\n",
  ])("is nothing of the kind: %j", (source) => expect(commandsOf(source)).toEqual([]));

  it("is marked where it takes all of something", () => {
    const source =
      "```sql\nUPDATE mails SET state = 1;\nUPDATE mails SET state = 1 WHERE id = 2;\nTRUNCATE mails;\n```\n";
    expect(
      commandsOf(`1. Do it:\n\n   ${source.replaceAll("\n", "\n   ")}`).map(({ danger }) => danger),
    ).toEqual(["Changes every row.", null, "Drops data."]);
  });
});
