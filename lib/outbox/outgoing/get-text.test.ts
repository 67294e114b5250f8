import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { getText } from "./get-text";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function aServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/health`;
}

const listed = { listedHosts: ["127.0.0.1"] };

describe("asking the outside", () => {
  it("brings the status and the words, whatever the status, and sends the secret as a bearer token", async () => {
    const asked: [string | undefined, IncomingHttpHeaders][] = [];
    const url = await aServer((request, response) => {
      asked.push([request.method, request.headers]);
      response.writeHead(503).end("draining …");
    });
    expect(await getText(url, { ...listed, secret: "s3cr" })).toMatchObject({
      ...{ ok: true, status: 503, body: "draining …" },
      ms: expect.any(Number) as number,
    });
    expect(asked[0]?.[0]).toBe("GET");
    expect(asked[0]?.[1]).toMatchObject({ authorization: "Bearer s3cr", "user-agent": "Quarterdeck" });
    await getText(url, listed);
    expect(asked[1]?.[1]).not.toHaveProperty("authorization");
  });

  it("follows no redirect: the secret goes nowhere else", async () => {
    let elsewhere = 0;
    const other = await aServer((_, response) => response.end(String((elsewhere += 1))));
    const url = await aServer((_, response) => response.writeHead(302, { location: other }).end());
    expect(await getText(url, { ...listed, secret: "s3cr" })).toMatchObject({ ok: true, status: 302 });
    expect(elsewhere).toBe(0);
  });

  it("refuses an inner host that is not listed, and makes no connection", async () => {
    let connections = 0;
    const url = await aServer((_, response) => response.end());
    servers[0]?.on("connection", () => (connections += 1));
    const got = await getText(url, { listedHosts: [] });
    expect(got.ok || got.error).toContain("QUARTERDECK_OUTGOING_HOSTS");
    expect(connections).toBe(0);
  });

  it("reads the beginning of an endless answer, and hangs up", async () => {
    let closed: () => void = () => {};
    const hungUp = new Promise<void>((resolve) => (closed = resolve));
    const url = await aServer((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(16 * 1_024)), 1);
      response.on("close", () => (clearInterval(timer), closed()));
    });
    const got = await getText(url, listed);
    expect(got.ok && got.body.length).toBe(64 * 1_024);
    await hungUp;
  });

  it("says when nothing answers, in time", async () => {
    const silent = await aServer(() => {});
    const slow = await aServer((_, response) => void response.writeHead(200).write("a"));
    for (const url of [silent, slow]) {
      expect(await getText(url, { ...listed, timeoutMs: 100 })).toMatchObject({
        ...{ ok: false, error: "It did not answer in time." },
      });
    }
    expect(await getText("http://127.0.0.1:1/x", listed)).toMatchObject({ error: "Nothing listens there." });
  });
});
