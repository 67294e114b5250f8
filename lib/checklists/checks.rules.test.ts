import { describe, expect, it } from "vitest";
import { findStep, stepsOf } from "@/lib/runbooks/parse/read";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { checksOf, checkUrl, placeResults, type Check } from "./checks.rules";
import { httpPassed, queryPassed, readExpected } from "./verdict.rules";

const SOURCE = `# Queue

## Recovery

1. Call \`GET /api/v1/queues/<queue>/health?full=1\`
   - Expected: HTTP 200 and \`"state": "ok"\`
2. Send \`POST /api/v1/restart\`, then look at \`/metrics\`, and again at \`/metrics\`
3. Look at the depth. Query: \`sum(queue_depth)\`
   - Expected: \`< 1000\`

   \`\`\`promql
   rate(errors_total{job="api"}[5m])
   \`\`\`
4. Look at \`df -h\`
5. Call \`GET /api/v1/queues?key=<api_key>\`
`;

const runbook = parseRunbook(SOURCE);
const steps = runbook.sections.flatMap(stepsOf).filter(({ parentKey }) => parentKey === null);
const checksOfStep = (number: number) =>
  checksOf(findStep(runbook, steps[number - 1]?.key ?? "")?.step).map(({ kind, text }) => [kind, text]);

describe("the checks of a step", () => {
  it("are what it asks by GET, and its queries, each once", () => {
    expect(checksOfStep(1)).toEqual([["http", "/api/v1/queues/<queue>/health?full=1"]]);
    expect(checksOfStep(2)).toEqual([["http", "/metrics"]]);
    expect(checksOfStep(3)).toEqual([
      ["query", "sum(queue_depth)"],
      ["query", 'rate(errors_total{job="api"}[5m])'],
    ]);
    expect(checksOfStep(4)).toEqual([]);
    expect(checksOf(undefined)).toEqual([]);
  });

  it("are none that need a secret, which nobody fills in", () => {
    expect(checksOfStep(5)).toEqual([]);
  });
});

describe("what came of checks", () => {
  const checks: Check[] = ["/health", "/ready"].map((text) => ({ kind: "http", text, placeholders: [] }));
  const results = (["/ready", "/live"] as const).map((check) => ({ kind: "http" as const, check }));

  it("stands beside the check that was run, wherever that stands now, and is kept where it went", () => {
    const { resultOf, earlier } = placeResults(checks, results);
    expect(checks.map(resultOf)).toEqual([undefined, results[0]]);
    expect(earlier).toEqual([results[1]]);
    expect(placeResults([{ ...checks[1]!, kind: "query" }], results).earlier).toEqual(results);
  });
});

describe("where a check asks", () => {
  const http = (text: string, placeholders: Check["placeholders"] = []): Check => ({
    ...{ kind: "http", text, placeholders },
  });
  const url = (text: string, base = "https://api.example.org/v2/") => checkUrl(http(text), base, {});

  it("is below the address of the target", () => {
    expect(url("/health?a=1")).toEqual({ url: "https://api.example.org/v2/health?a=1" });
    expect(url("https://api.example.org/v2/health")).toEqual({ url: "https://api.example.org/v2/health" });
  });

  it.each([
    "https://elsewhere.example/v2/health",
    "http://api.example.org/v2/health",
    "https://api.example.org:8443/v2/health",
    "https://user@api.example.org/v2/health",
    "https://api.example.org/other",
    "/../other",
    "/%2e%2e/other",
    "/orders/..%2f..%2fother",
    "/orders/..%5cother",
    "/orders/%zz",
    "not an address",
  ])("is never %s", (text) => {
    expect(url(text)).toBeNull();
  });

  it("holds what was filled in as one part of it, and says what is missing", () => {
    const check = http("/queues/<queue>/health?of=<queue>", [
      { name: "queue", raw: "<queue>", range: { start: 8, end: 15 } },
    ]);
    expect(checkUrl(check, "https://api.example.org", { queue: "x/a b?c#d" })).toEqual({
      url: "https://api.example.org/queues/x%2Fa%20b%3Fc%23d/health?of=x%2Fa%20b%3Fc%23d",
    });
    for (const queue of ["..", "../../admin", "a/../../admin", "..\\admin"])
      expect(checkUrl(check, "https://api.example.org/team", { queue }), queue).toBeNull();
    expect(checkUrl(check, "https://api.example.org", {})).toEqual({ missing: "queue" });
  });

  it("is the query address of a Prometheus", () => {
    const check: Check = { kind: "query", text: 'up{job="api"} == 0', placeholders: [] };
    expect(checkUrl(check, "https://metrics.example.org/prom", {})).toEqual({
      url: "https://metrics.example.org/prom/api/v1/query?query=up%7Bjob%3D%22api%22%7D+%3D%3D+0",
    });
  });
});

describe("what a step says to expect", () => {
  const expectedOf = (words: string) => {
    const parsed = parseRunbook(`# A\n\n## Recovery\n\n1. Call \`GET /health\`\n   - Expected: ${words}\n`);
    return readExpected(parsed.sections.flatMap(stepsOf)[0]?.expect?.inlines ?? null);
  };

  it.each([
    ["HTTP 204", [204], []],
    ["`200`", [200], []],
    ["`HTTP/1.1 200 OK`", [200], []],
    ["status code 503 while it drains", [503], []],
    ["it answers with 200 or returns 204", [200, 204], []],
    ["an answer within 200 ms", [], []],
    ["it returns 500 ms later", [], []],
    ["`ready` and “all green”", [], ["ready", "all green"]],
  ])("%s", (words, statuses, texts) => {
    expect(expectedOf(words)).toEqual({ statuses, texts, bounds: [] });
  });

  it("is for a query what its values hold", () => {
    expect(expectedOf("`< 0.7`, and `≥ 0`").bounds).toEqual([
      { sign: "<", value: 0.7 },
      { sign: ">=", value: 0 },
    ]);
  });

  it("passes an answer of that status with those words, blanks apart; else any of 200 to 299", () => {
    const plain = readExpected(null);
    expect([199, 200, 299, 301, 500].map((status) => httpPassed(plain, status, ""))).toEqual([
      ...[false, true, true, false, false],
    ]);
    const found = expectedOf('HTTP 404 and `{"state": "gone"}`');
    expect(httpPassed(found, 404, '{ "at": 1,\n {"state":"gone"} }')).toBe(true);
    expect(httpPassed(found, 200, '{"state": "gone"}')).toBe(false);
    expect(httpPassed(found, 404, "gone")).toBe(false);
  });

  it("passes values within all bounds, and says nothing where there are none", () => {
    const bounds = expectedOf("`< 0.7`");
    expect(queryPassed(bounds, [0.1, 0.69])).toBe(true);
    expect(queryPassed(bounds, [0.1, 0.7])).toBe(false);
    expect(queryPassed(bounds, [])).toBe(false);
    expect(queryPassed(bounds, [Number.NaN])).toBe(false);
    expect(queryPassed(readExpected(null), [1])).toBeNull();
  });
});
