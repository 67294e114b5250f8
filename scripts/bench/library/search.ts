import { once } from "node:events";
import { serve } from "@hono/node-server";
import type { BaseContext } from "@/lib/db/context";
import { createApplication } from "@/lib/http/application";
import { newId } from "@/lib/kernel/ids";
import { createLog } from "@/lib/kernel/log";
import { randomNumbers } from "../../samples/damage";
import { percentile } from "../measure";

/** How long the answers of one address took, in milliseconds. */
export interface SearchFigures {
  what: string;
  queries: number;
  p50Ms: number;
  p95Ms: number;
  mostMs: number;
}

/**
 * Asks the API over HTTP, one query after the other, as somebody who types: whole words, parts of words, several
 * words, words that nothing has. Always the same ones on the same library.
 */
export async function measureSearch(base: BaseContext, queries: number): Promise<SearchFigures[]> {
  const actor = { kind: "person", id: newId(), accessRole: "responder", via: "bench" } as const;
  const api = createApplication({
    ...{
      ...base,
      log: createLog("silent"),
      authenticate: async () => actor,
      clientAddress: () => "127.0.0.1",
    },
  });
  const server = serve({ fetch: api.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  try {
    const typed = await wordsTyped(base, queries);
    const figures: SearchFigures[] = [];
    for (const [what, path] of PATHS)
      figures.push(
        await measureOne(
          what,
          typed.map((words) => `http://127.0.0.1:${port}/api/v1${path(words)}`),
        ),
      );
    return figures;
  } finally {
    server.close();
  }
}

const PATHS: readonly (readonly [string, (words: string) => string])[] = [
  ["library search", (words) => `/runbooks?q=${encodeURIComponent(words)}`],
  [
    "library search with a tag and no owner",
    (words) => `/runbooks?q=${encodeURIComponent(words)}&tag=tag%20${words.length}&owner=nobody`,
  ],
  ["suggestions for a title", (words) => `/runbooks/suggestions?words=${encodeURIComponent(words)}`],
  [
    "runbooks for an alert",
    (words) =>
      `/runbook-matches?alert=${encodeURIComponent(words.replaceAll(" ", ""))}&text=${encodeURIComponent(words.repeat(20))}`,
  ],
];

async function measureOne(what: string, urls: readonly string[]): Promise<SearchFigures> {
  const times: number[] = [];
  for (const url of urls) {
    const begun = performance.now();
    const response = await fetch(url);
    await response.text();
    times.push(performance.now() - begun);
    if (!response.ok) throw new Error(`${url} was answered with ${response.status}.`);
  }
  const [p50Ms, p95Ms, mostMs] = [0.5, 0.95, 1].map((part) => percentile(times, part));
  return { what, queries: urls.length, p50Ms: p50Ms ?? 0, p95Ms: p95Ms ?? 0, mostMs: mostMs ?? 0 };
}

async function wordsTyped({ db }: BaseContext, count: number): Promise<string[]> {
  const rows = await db.runbook.findMany({
    orderBy: { slug: "asc" },
    select: { title: true, matchWords: true },
  });
  const random = randomNumbers(1);
  const one = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  return Array.from({ length: count }, (_, i) => {
    const row = one(rows);
    const word = one(row?.matchWords ?? []) ?? "queue";
    const kinds = [
      word,
      word.slice(0, 2 + Math.floor(random() * 4)),
      `${word} ${one(row?.matchWords ?? []) ?? ""}`.trim(),
      row?.title ?? "",
      `${word}zqx`,
    ];
    return (kinds[i % kinds.length] ?? word).slice(0, 200);
  });
}
