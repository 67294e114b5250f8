import { describe, expect, it } from "vitest";
import { readFenceCommands } from "./fence-commands";

const commands = (lines: string[], lang: string | null = "bash") =>
  readFenceCommands(lines.join("\n"), lang, 1).commands.map((command) => command.text);

describe("a shell fence", () => {
  it("joins lines after a backslash, a pipe and &&", () => {
    expect(
      commands(["docker run \\", "  --name a \\", "  web", "cat a |", "  sort", "cd a &&", "  ls"]),
    ).toEqual(["docker run --name a web", "cat a | sort", "cd a && ls"]);
  });

  it("keeps loops, here-documents and open quotes together", () => {
    const loop = ["for i in 1 2; do", "  echo $i", "done"];
    const here = ["cat <<EOF > a", "words", "EOF"];
    const quote = ["curl -d '{", '  "a": 1', "}' https://example.org"];
    expect(commands([...loop, ...here, ...quote, "ls"])).toEqual([
      loop.join("\n"),
      here.join("\n"),
      quote.join("\n"),
      "ls",
    ]);
  });

  it("takes only prompted lines when there are prompts, without them", () => {
    expect(commands(["$ ls -l", "total 3", "root@db1:~# uptime", "PS C:\\> Get-Service"], "console")).toEqual(
      ["ls -l", "uptime", "Get-Service"],
    );
  });

  it("leaves out comments, shebangs, keys, configuration and sample output", () => {
    expect(
      commands([
        "#!/bin/bash",
        "# a comment",
        "Ctrl+C",
        "kubectl get pods",
        "NAME    READY   STATUS",
        "web-0   1/1     Running",
        "",
        "logging:",
        "  level: DEBUG",
        "",
        "{",
        '  "a": 1',
        "}",
      ]),
    ).toEqual(["kubectl get pods"]);
  });

  it.each([
    ["[sender] $ cat a | seal", "cat a | seal"],
    ["sh-5.1# chroot /host", "chroot /host"],
    ["db-01.example.org:~$ ps aux", "ps aux"],
    ["$> ls", "ls"],
    ["/srv/data $ rm -rf wal/", "rm -rf wal/"],
    ["/ # df -h", "df -h"],
    ["shop=# show pools;", "show pools;"],
    ["shop=> \\du", "\\du"],
    ["mysql> select 1;", "select 1;"],
    ["10.0.0.1:6379> info replication", "info replication"],
  ])("knows the prompt of %s", (line, command) => {
    expect(commands([line, "role:master", "2 rows"], "console")).toEqual([command]);
  });

  it("takes “#” before a program on every line for the prompt of root", () => {
    expect(commands(["# systemctl restart web", "# journalctl -u web"])).toEqual([
      "systemctl restart web",
      "journalctl -u web",
    ]);
    expect(commands(["# sort by size", "ls"])).toEqual(["ls"]);
  });

  it.each([
    ["a listing without capitals", "green  open   .kibana_1"],
    ["an event", "Warning  FailedScheduling  3m53s  scheduler  0/6 nodes didn't fit"],
    ["a table", " name |    host   | port\n------+-----------+------\n web  | 10.0.0.1  | 5432\n(1 row)"],
    ["a log", "I0611 11:13:35.048771       1 log.go:245] Apply\n2026-01-02T03:04:05Z started"],
    ["an error", 'Error from server (NotFound): deployments "web" not found.'],
    ["an exchange over HTTP", "> HEAD / HTTP/1.1\n> Accept: */*\n>\n< HTTP/1.1 404 Not Found"],
    [
      "a query",
      'topk(5,\n  sum by (pod) (\n    rate(cpu_seconds_total{pod!=""}[4m])\n  )\n)\nand on (node) group:nodes',
    ],
    ["a ratio", '(sum(rate(a_total{code="5.."}[1d]))\n/\n(sum(rate(a_total[1d])) > 2'],
    ["a setting", 'default_runtime = "crun"'],
    ["a value", "role:master"],
    ["a flag that lost its program", '--all-containers=true | grep "^E"'],
    ["a sentence with numbers", "After this operation, 14.4 MB disk space will be freed."],
    ["the rest of a sentence", "and note the ones with fewer than 14 days left."],
  ])("may show %s", (_, lines) => {
    expect(commands(["ls", "", ...lines.split("\n"), "", "df -h"])).toEqual(["ls", "df -h"]);
  });

  it("keeps commands that look like what is shown", () => {
    const script = [
      "kubectl   get   pods",
      "> logs/access.log",
      "foo -a   -b   | grep x",
      "A=1",
      "(cd a && make)",
    ];
    expect(commands(script)).toEqual(script);
  });

  it("survives a quote that is never closed", () => {
    expect(commands(["echo 'a", "ls"])).toEqual(["echo 'a", "ls"]);
  });

  it("needs a prompt or a known program when the fence names no language", () => {
    expect(commands(["kubectl get pods"], null)).toEqual(["kubectl get pods"]);
    expect(commands(["SHA=$(git rev-parse HEAD)", 'TAG="a-$SHA"'], null)).toHaveLength(2);
    expect(commands(["owntool use prod", "rm -rf /srv/wal/*", "df -h"], null)).toHaveLength(3);
    expect(commands(["for pod in a b; do", "  echo $pod", "done"], null)).toHaveLength(1);
    expect(commands(["rm -rf /srv/wal/*"], "!bash")).toHaveLength(1);
    expect(commands(["some words of output"], null)).toEqual([]);
    expect(commands(["key: value"], "yaml")).toEqual([]);
  });

  it("drops no command below what was printed", () => {
    expect(
      commands(["kubectl get pods -o json", "{", '  "items": []', "}", "kubectl delete pod web-0"]),
    ).toEqual(["kubectl get pods -o json", "kubectl delete pod web-0"]);
  });

  it("tells requests from commands", () => {
    const found = readFenceCommands("GET /api/v1/health\ncurl localhost", "bash", 5);
    expect(found.http).toMatchObject([{ method: "GET", target: "/api/v1/health", line: 5 }]);
    expect(found.commands.map((command) => command.text)).toEqual(["curl localhost"]);
  });
});

describe("the comment of a command", () => {
  const comments = (lines: string[], lang = "bash") =>
    readFenceCommands(lines.join("\n"), lang, 1).commands.map(({ comment }) => comment);

  it("is all that is said above it, and below the last one", () => {
    expect(
      comments([
        "# Only on the standby",
        "",
        "kubectl get pods -l app=web",
        "# Replace <pod> with a name from the list above",
        "# - never with web-0",
        "kubectl delete pod <pod>",
        "Wait until all pods are running.",
        "df -h",
        "# ------",
        "# full: call the lead",
      ]),
    ).toEqual([
      "Only on the standby",
      "Replace <pod> with a name from the list above\n- never with web-0",
      "Wait until all pods are running.\nfull: call the lead",
    ]);
  });

  it("is none in what was printed, nor what leads into that", () => {
    expect(
      comments(["$ cat a.conf", "listen 80", "# workers", "", "# now the rest", "$ df -h"], "console"),
    ).toEqual([null, "now the rest"]);
    expect(
      comments(["kubectl get pods", "# Expected:", "NAME   READY   STATUS", "web-0  1/1     Running"]),
    ).toEqual([null]);
  });
});
