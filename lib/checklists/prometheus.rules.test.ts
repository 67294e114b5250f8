import { describe, expect, it } from "vitest";
import { numbersOf, readQueryAnswer } from "./prometheus.rules";
import { readSeriesText, seriesText } from "./series-text.rules";

const success = (resultType: string, result: unknown) =>
  JSON.stringify({ status: "success", data: { resultType, result } });

describe("the answer to a query", () => {
  it("is series with their newest values", () => {
    const metric = { __name__: "up", job: "api", path: 'a\t"b"' };
    expect(readQueryAnswer(success("vector", [{ metric, value: [1, "0.5"] }]))).toEqual({
      ok: true,
      series: [{ labels: String.raw`up{job="api", path="a\t\"b\""}`, value: "0.5" }],
    });
    const values = [
      [1, "1"],
      [2, "+Inf"],
    ];
    const range = readQueryAnswer(success("matrix", [{ metric: {}, values }]));
    expect(range).toEqual({ ok: true, series: [{ labels: "{}", value: "+Inf" }] });
    expect(numbersOf(range.ok ? range.series : [])).toEqual([Number.POSITIVE_INFINITY]);
    expect(readQueryAnswer(success("scalar", [1, "3"]))).toEqual({
      ...{ ok: true, series: [{ labels: "", value: "3" }] },
    });
  });

  it("is what Prometheus found wrong, or no such answer", () => {
    const wrong = JSON.stringify({
      status: "error",
      errorType: "bad_data",
      error: "unexpected end of input",
    });
    expect(readQueryAnswer(wrong)).toEqual({ ok: false, error: "bad_data: unexpected end of input" });
    for (const body of [
      "",
      "<html>",
      "{}",
      "null",
      success("vector", [{}]),
      success("matrix", [{ metric: {}, values: [] }]),
    ])
      expect(readQueryAnswer(body)).toEqual({ ok: false, error: "The answer is not that of a Prometheus." });
  });

  it("is kept as lines that can be read again, the first twenty", () => {
    const series = Array.from({ length: 22 }, (_, n) => ({ labels: `up{n="${n}"}`, value: String(n) }));
    const lines = readSeriesText(seriesText(series));
    expect(lines.slice(0, 20)).toEqual(series.slice(0, 20));
    expect(lines[20]).toEqual({ labels: "and 2 more", value: "" });
    expect(seriesText([])).toBe("no series");
  });
});
