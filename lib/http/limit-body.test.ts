import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { Failure } from "@/lib/kernel/errors";
import { limitBody } from "./limit-body";

const app = new Hono();
app.post("/", limitBody(10), async (c) => c.text(await c.req.text()));
app.onError((error, c) => c.text(error.message, error instanceof Failure ? 413 : 500));

async function post(body: BodyInit, headers: Record<string, string> = {}) {
  const init = { method: "POST", body, headers, duplex: "half" } as const;
  const answer = await app.request("/", init);
  return [answer.status, await answer.text()];
}

/** A body of which nothing may be read. */
function untouched(): ReadableStream {
  const pull = () => {
    throw new Error("The body was read");
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

describe("a body", () => {
  test("that says it is too large is refused before anything of it is read", async () => {
    expect(await post(untouched(), { "content-length": "11" })).toEqual([413, "This is larger than 0 KiB."]);
  });

  test("that says its length in no number is refused", async () => {
    expect((await post(untouched(), { "content-length": "short" }))[0]).toBe(413);
  });

  test("as large as may be is read", async () => {
    expect(await post("ten bytes.", { "content-length": "10" })).toEqual([200, "ten bytes."]);
  });

  test.each([
    ["says nothing of its length", {}],
    ["comes in pieces, whatever length it says", { "content-length": "9", "transfer-encoding": "chunked" }],
  ] as const)("that %s is counted", async (_, headers) => {
    expect((await post("more than ten bytes", headers))[0]).toBe(413);
    expect(await post("ten bytes.", headers)).toEqual([200, "ten bytes."]);
  });
});
