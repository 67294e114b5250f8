import { describe, expect, it } from "vitest";
import { readCodeSpans } from "./commands";
import { placeholdersIn } from "./placeholders.rules";

const kindOf = (code: string) => {
  const { commands, http } = readCodeSpans([{ type: "code", text: code }], { start: 1, end: 1 });
  return commands[0]?.kind ?? (http[0] ? "http" : null);
};

describe("a code span", () => {
  it.each([
    "git log -1",
    "python3.11 tools/x.py <id>",
    "make gate",
    "gh issue list",
    "./run.sh",
    "FOO=1 npm test",
    "mytool check --json",
    "Restart-Computer -Force",
    "Get-Service W3SVC",
    "iisreset /restart",
    "/opt/shop/embedded/bin/jeprof trace.heap",
    "# ceph config set global log_to_file true",
  ])("is a command: %s", (code) => expect(kindOf(code)).toBe("shell"));

  it.each(["/snap-status", "/snap-status --json"])("is a chat command: %s", (code) => {
    expect(kindOf(code)).toBe("slash");
  });

  it.each(["GET /api/v1/tasks/{task_id}", "/api/v1/health", "/metrics", "/healthz", "/v1/lean/snapshot"])(
    "is a request or endpoint: %s",
    (code) => expect(kindOf(code)).toBe("http"),
  );

  it.each([
    "validate",
    "--scope-file",
    "plan/iterate",
    "requestId",
    "plan:rewrite",
    "a.enabled = true",
    "PLANNING__ENABLED=false",
    'team="ops"',
    "#ops-memory",
    "/var/log/app.log",
    "/tmp",
    "docs/{date}-incident.md",
    "http(s)://...",
    "run.json",
    "Content-Type text/html",
    "/opt/shop/bin/git",
  ])("is neither: %s", (code) => {
    expect(kindOf(code)).toBeNull();
  });
});

describe("placeholders of a command", () => {
  const namesIn = (command: string) => placeholdersIn(command).map((placeholder) => placeholder.name);

  it("are found in every spelling", () => {
    expect(namesIn("tool <run_id> {task_id} {{ host }} a-YYYYMMDD.tgz git@x:yourusername/a")).toEqual([
      "run_id",
      "task_id",
      "host",
      "YYYYMMDD",
      "yourusername",
    ]);
  });

  it("are no redirections, expansions or programs of awk", () => {
    expect(namesIn("cmd < in > out <<EOF ${HOME} $(date) {a,b} '{print $NF}' {print}")).toEqual([]);
  });

  it("say where they stand", () => {
    expect(placeholdersIn("kill <PID>")).toEqual([
      { name: "PID", raw: "<PID>", range: { start: 5, end: 10 } },
    ]);
  });
});
