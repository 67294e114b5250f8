import { z } from "zod";
import type { Series } from "./series-text.rules";

/** What /api/v1/query answers. Source: Prometheus, "HTTP API", expression queries. */
const sample = z.tuple([z.number(), z.string()]);
const answerSchema = z.union([
  z.object({
    status: z.literal("success"),
    data: z.discriminatedUnion("resultType", [
      z.object({
        resultType: z.literal("vector"),
        result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: sample })),
      }),
      z.object({
        resultType: z.literal("matrix"),
        result: z.array(
          z.object({ metric: z.record(z.string(), z.string()), values: z.array(sample).min(1) }),
        ),
      }),
      z.object({ resultType: z.enum(["scalar", "string"]), result: sample }),
    ]),
  }),
  z.object({ status: z.literal("error"), errorType: z.string(), error: z.string() }),
]);

export type QueryAnswer = { ok: true; series: Series[] } | { ok: false; error: string };

/** Reads the answer to a query; what is none says so. */
export function readQueryAnswer(body: string): QueryAnswer {
  const read = answerSchema.safeParse(parsed(body));
  if (!read.success) return { ok: false, error: "The answer is not that of a Prometheus." };
  const answer = read.data;
  if (answer.status === "error") return { ok: false, error: `${answer.errorType}: ${answer.error}` };
  switch (answer.data.resultType) {
    case "vector":
      return { ok: true, series: answer.data.result.map(({ metric, value }) => seriesOf(metric, value)) };
    case "matrix":
      return {
        ok: true,
        series: answer.data.result.map(({ metric, values }) => seriesOf(metric, values.at(-1) ?? [0, ""])),
      };
    default:
      return { ok: true, series: [{ labels: "", value: answer.data.result[1] }] };
  }
}

/** As a number; what Prometheus writes as NaN is none. */
export function numbersOf(series: readonly Series[]): number[] {
  return series.map(({ value }) => Number(value.replace("Inf", "Infinity")));
}

function seriesOf(metric: Readonly<Record<string, string>>, [, value]: readonly [number, string]): Series {
  const { __name__: name = "", ...labels } = metric;
  const pairs = Object.entries(labels).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
  return { labels: name + (pairs.length > 0 || name === "" ? `{${pairs.join(", ")}}` : ""), value };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
