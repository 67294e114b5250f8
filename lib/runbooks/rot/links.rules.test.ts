import { expect, test } from "vitest";
import { parseRunbook } from "../parse/parse-runbook";
import { isAlive, nextCheck } from "./link.rules";
import { linksIn } from "./links.rules";

test("the links of a text are its web addresses, each once, wherever they stand", () => {
  const { sections } = parseRunbook(`# Disk full

See [the wiki](https://wiki.example.org/disk#cleanup) and [mail](mailto:ops@example.org).

## Steps

1. Open [the board](http://graphs.example.org/d/disk) or <https://wiki.example.org/disk>.
   - [Below](./below.md), [with a password](https://me:secret@wiki.example.org/x)

| Where | What |
|---|---|
| [table](https://wiki.example.org/table) | x |

[later]: https://wiki.example.org/later
`);
  expect(linksIn(sections).toSorted()).toEqual([
    "http://graphs.example.org/d/disk",
    "https://wiki.example.org/disk",
    "https://wiki.example.org/later",
    "https://wiki.example.org/table",
  ]);
});

test.each([
  ...[200, 204, 301, 302, 401, 403, 405, 429].map((status) => [status, true] as const),
  ...[404, 410, 500, 503].map((status) => [status, false] as const),
])("a link that answers %i leads somewhere: %s", (status, alive) => {
  expect(isAlive({ ok: true, status })).toBe(alive);
});

test("a link that does not answer leads nowhere; after a first failure it is asked the next day, else in a week", () => {
  expect(isAlive({ ok: false })).toBe(false);
  const now = new Date("2026-11-27T12:00:00.000Z");
  const days = (failures: number) => (nextCheck(now, failures).getTime() - now.getTime()) / 86_400_000;
  expect([0, 1, 2, 9].map(days)).toEqual([7, 1, 7, 7]);
});
