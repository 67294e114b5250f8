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

  it("survives a quote that is never closed", () => {
    expect(commands(["echo 'a", "ls"])).toEqual(["echo 'a", "ls"]);
  });

  it("needs a prompt or a known program when the fence names no language", () => {
    expect(commands(["kubectl get pods"], null)).toEqual(["kubectl get pods"]);
    expect(commands(["some words of output"], null)).toEqual([]);
    expect(commands(["key: value"], "yaml")).toEqual([]);
  });

  it("tells requests from commands", () => {
    const found = readFenceCommands("GET /api/v1/health\ncurl localhost", "bash", 5);
    expect(found.http).toMatchObject([{ method: "GET", target: "/api/v1/health", line: 5 }]);
    expect(found.commands.map((command) => command.text)).toEqual(["curl localhost"]);
  });
});
