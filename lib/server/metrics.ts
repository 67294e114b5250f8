import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** The instance's metrics in Prometheus' text format; see docs/operations.md. */
export function createMetrics(openStreams: () => number) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "quarterdeck_http_request_seconds",
    help: "How long API requests took, by method and status",
    labelNames: ["method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const dueRuns = new Counter({
    name: "quarterdeck_due_runs_total",
    help: "Rounds of due work, by result",
    labelNames: ["result"],
    registers: [registry],
  });
  new Gauge({
    name: "quarterdeck_open_streams",
    help: "Browsers connected to this instance",
    registers: [registry],
    collect() {
      this.set(openStreams());
    },
  });
  return { registry, requests, dueRuns };
}

export type Metrics = ReturnType<typeof createMetrics>;
