import { get } from "node:http";

/**
 * What a browser without a cache loads of scripts to open a room, in bytes as they are sent with gzip. What comes
 * later (dialogs, when they are opened) is not among it, nor what only old browsers load.
 */
export async function roomJavaScript(baseUrl: string, cookie: string, key: string): Promise<number> {
  const page = (await fetchBytes(`${baseUrl}/incidents/${key}`, { cookie })).toString("utf8");
  const old = new Set(
    [...page.matchAll(/<script[^>]*noModule[^>]*>/gi)].flatMap(([tag]) => [...scriptsIn(tag)]),
  );
  let total = 0;
  for (const path of scriptsIn(page)) {
    if (old.has(path)) continue;
    total += (await fetchBytes(`${baseUrl}${path}`, { "accept-encoding": "gzip" })).length;
  }
  return total;
}

function scriptsIn(text: string): Set<string> {
  return new Set([...text.matchAll(/static\/[\w%()[\]./~-]+?\.js/g)].map(([path]) => `/_next/${path}`));
}

function fetchBytes(url: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve(Buffer.concat(parts)));
    }).on("error", reject);
  });
}
