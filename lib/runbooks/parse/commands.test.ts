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
    "iisreset /restart",
    "/opt/shop/embedded/bin/jeprof trace.heap",
    "# ceph config set global log_to_file true",
  ])("is a command: %s", (code) => expect(kindOf(code)).toBe("shell"));

  it.each(["Restart-Computer -Force", "Get-Service W3SVC"])("is a command of PowerShell: %s", (code) =>
    expect(kindOf(code)).toBe("powershell"),
  );

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

  it.each([
    "kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}{\"\\n\"}{end}'",
    "kubectl get pods -o go-template='{{range .items}}{{if .spec}}a{{else}}b{{end}}{{end}}'",
    "git log @{upstream}..HEAD && git rebase @{u} && git show HEAD@{1} main@{yesterday} v1^{commit}",
    "awk '{print $1}' a | awk '{getline}' | cp a.{old,new} && echo {1..5} ${VAR} ${VAR:-x} $((1 + 2))",
    "curl -s -o /dev/null -w '%{http_code}' https://example.org",
    "tmux display -p '#{pane_id}'",
    "Invoke-Command -ScriptBlock {Get-Date}",
    "grep -P '(?<level>E)' a.log | grep -P '(?P<level>E)'",
  ])("are none of %s", (command) => expect(namesIn(command)).toEqual([]));

  it.each([
    "mysql -p<password>",
    "psql postgres://app:<db_password>@db",
    "curl -H 'Authorization: Bearer {api_token}' https://example.org",
    "login --key {{ apiKey }} --pass <DB-PASS>",
    "vault write auth <secret_id> {clientSecret}",
    "ssh-add - <<< '<private key>'",
    "aws configure set k <AWS_SECRET_ACCESS_KEY>",
    "login <your-credentials> YOUR_API_TOKEN <pwd>",
  ])("are none where a secret belongs: %s", (command) => {
    expect(namesIn(command)).toEqual([]);
  });

  it("may stand behind an @, as a host does", () => {
    expect(namesIn("ssh root@{host} && scp a deploy@<node>:b")).toEqual(["host", "node"]);
  });

  it("may be how a secret is called, and words that sound alike", () => {
    const names = ["secret_name", "token-file", "passenger", "key", "compass", "namespace"];
    expect(namesIn(names.map((name) => `<${name}>`).join(" "))).toEqual(names);
  });

  it("say where they stand", () => {
    expect(placeholdersIn("kill <PID>")).toEqual([
      { name: "PID", raw: "<PID>", range: { start: 5, end: 10 } },
    ]);
  });
});
