import { describe, expect, it } from "vitest";
import { readFenceCommands } from "./fence-commands";

const read = (text: string, lang: string | null = "powershell") => readFenceCommands(text, lang, 1).commands;
const texts = (text: string, lang?: string | null) => read(text, lang).map((command) => command.text);

describe("a block of PowerShell", () => {
  const loop = "foreach ($h in $hosts) {\n    Restart-Computer -ComputerName $h\n}";
  const choice = "if (Test-Path C:\\x) {\n    Remove-Item C:\\x -Recurse\n} else {\n    Write-Host 'gone'\n}";
  const call =
    "Invoke-Command -ComputerName web-1 -ScriptBlock {\n    Stop-Service W3SVC\n\n    Get-Service\n}";

  it("is one command, kept whole, with what it can destroy", () => {
    expect(read(`${loop}\n\n${choice}\n${call}\nGet-Date\n`)).toMatchObject([
      { text: loop, kind: "powershell", danger: "Stops the machine.", lines: { start: 1, end: 3 } },
      { text: choice, danger: "Deletes files.", lines: { start: 5, end: 9 } },
      { text: call, danger: "Stops a service." },
      { text: "Get-Date", danger: null },
    ]);
  });

  it("goes on with else, catch and finally on lines of their own", () => {
    const tried =
      "try {\n  Remove-VM web-1\n}\ncatch {\n  Write-Error $_\n}\nfinally {\n  Stop-Transcript\n}";
    expect(read(`${tried}\n`)).toMatchObject([{ text: tried, danger: "Deletes what it names." }]);
  });

  it("may stand in round brackets, or begin with a type", () => {
    const list = "$servers = @(\n  'web-1',\n  'web-2'\n)";
    expect(texts(`${list}\n[int]$port = 80\nTest-NetConnection $servers[0] -Port $port\n`)).toEqual([
      list,
      "[int]$port = 80",
      "Test-NetConnection $servers[0] -Port $port",
    ]);
  });

  it("may hold brackets in quotes and comments", () => {
    const said = 'if ($a) { # not yet }\n  Write-Host \'a } b\' "{`""\n  <# } #>\n}';
    expect(texts(`${said}\nGet-Date\n`)).toEqual([said, "Get-Date"]);
  });

  it("does not run on where it is never closed", () => {
    expect(texts("foreach ($h in $hosts) {\nGet-Date\nGet-Host\n")).toEqual([
      "foreach ($h in $hosts) {",
      "Get-Date",
      "Get-Host",
    ]);
  });
});

describe("PowerShell", () => {
  it("has here-strings, taken as they are", () => {
    const here = '$body = @"\n{ "who": "it\'s me"\n\n"@';
    expect(texts(`${here}\nSend-MailMessage -Body $body\n`)).toEqual([here, "Send-MailMessage -Body $body"]);
    expect(texts("@'\nKeep \"this\n'@ | Set-Content a.txt\nGet-Date\n")).toEqual([
      "@'\nKeep \"this\n'@ | Set-Content a.txt",
      "Get-Date",
    ]);
  });

  it("goes on behind a backtick, a pipe or a comma", () => {
    expect(texts("Get-Service -Name `\n  W3SVC |\n  Stop-Service\nGet-Date\n")).toEqual([
      "Get-Service -Name W3SVC | Stop-Service",
      "Get-Date",
    ]);
    expect(texts("Restart-Computer web-1,\n  web-2\n")).toEqual(["Restart-Computer web-1, web-2"]);
  });

  it("does not take the end of a path for an escape", () => {
    expect(texts('Copy-Item a "C:\\Temp\\"\nGet-Date\n')).toEqual(['Copy-Item a "C:\\Temp\\"', "Get-Date"]);
  });

  it("has prompts, with blocks behind them", () => {
    expect(
      texts("PS C:\\> foreach ($h in $hosts) {\n>>   Restart-Computer $h\n>> }\nDone\nPS C:\\> Get-Date\n"),
    ).toEqual(["foreach ($h in $hosts) {\n  Restart-Computer $h\n}", "Get-Date"]);
  });

  it("is known without its language by how it begins", () => {
    expect(read("$h = Get-Content hosts.txt\nif ($h) {\n  Restart-Computer $h\n}\n", null)).toMatchObject([
      { text: "$h = Get-Content hosts.txt", kind: "powershell" },
      { text: "if ($h) {\n  Restart-Computer $h\n}", danger: "Stops the machine." },
    ]);
    expect(read("foreach ($a as $b) {\n  kill($b);\n}\n$a = b();\n", null)).toEqual([]);
    expect(read("Get-Service W3SVC\n", "console")).toMatchObject([{ kind: "powershell" }]);
  });

  it("has comments of more lines", () => {
    expect(read("<# Only with\n   the lead #>\nRestart-Computer web-1\n")).toMatchObject([
      { text: "Restart-Computer web-1", comment: "Only with\nthe lead" },
    ]);
  });

  it("leaves out what was printed", () => {
    expect(
      texts(
        'Get-Service\n\nStatus   Name    DisplayName\n------   ----    -----------\nRunning  W3SVC   Web\n\n{\n  "a": 1\n}\n',
      ),
    ).toEqual(["Get-Service"]);
  });
});

describe("groups of other shells", () => {
  it("are one command", () => {
    const group = "(\n  cd /srv\n  make clean\n)";
    const braces = "{ echo a; df -h; } > report.txt";
    expect(texts(`${group}\n${braces}\nls -l\n`, "bash")).toEqual([group, braces, "ls -l"]);
  });
});
