import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { Facts } from "./facts";
import type { Figures } from "./measure";
import { acts, type ActName, type Result } from "./run";

const FILE = "docs/benchmarks.md";
const BEGIN = "<!-- measured: npm run bench -- --write -->";
const END = "<!-- end of what was measured -->";

const words: Record<ActName, string> = {
  declare: "declare",
  tick: "tick a step, each in a room of their own",
  note: "add a note, each in a room of their own",
  crowdedNote: "add a note, all in one room",
  list: "the list, 50 incidents",
  room: "open a room, 200 entries",
};

/**
 * The figures as Markdown.
 * @param write also put them into docs/benchmarks.md, between its markers
 */
export function writeTable(facts: Facts, result: Result, plans: { looked: number }, write: boolean): string {
  const text = [about(facts), requestTable(result), others(result, plans)].join("\n\n");
  if (write) {
    const file = readFileSync(FILE, "utf8");
    const begin = file.indexOf(BEGIN) + BEGIN.length;
    const end = file.indexOf(END);
    if (end < begin) throw new Error(`${FILE} has lost its markers`);
    writeFileSync(FILE, `${file.slice(0, begin)}\n\n${text}\n\n${file.slice(end)}`);
  }
  return text;
}

function about({ incidents, entries }: Facts): string {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory`;
  return (
    `Measured ${date} with Node ${process.versions.node} on ${machine}, which the console, PostgreSQL and the ` +
    `clients share; ${incidents.toLocaleString("en")} incidents, ${entries.toLocaleString("en")} entries.`
  );
}

/** A line for each kind of request that was measured. */
export function requestTable(result: Pick<Result, "console" | "bare">): string {
  const lines = acts.flatMap((name) =>
    result.console[name].map((figures, index) => {
      const bare = result.bare[name][index];
      const share = bare ? `${Math.round((figures.perSecond / bare.perSecond) * 100)} %` : "";
      return `| ${words[name]} | ${figures.clients} | ${cells(figures)} | ${cells(bare)} | ${share} |`;
    }),
  );
  return [
    "| request | clients | per second | p50 ms | p99 ms | bare: per second | p50 ms | p99 ms | share |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...lines,
  ].join("\n");
}

function cells(figures: Figures | undefined): string {
  if (!figures) return " | | ";
  return `${Math.round(figures.perSecond)} | ${figures.p50Ms.toFixed(1)} | ${figures.p99Ms.toFixed(1)}`;
}

function others({ streams, memory, roomJavaScript }: Result, { looked }: { looked: number }): string {
  const mb = (value: number | null) => (value === null ? "not known here" : `${Math.round(value)} MB`);
  const rows = [
    [
      `a tick, from its commit to the last of ${streams.streams} streams`,
      `p50 ${streams.p50Ms.toFixed(1)} ms, p99 ${streams.p99Ms.toFixed(1)} ms over ${streams.ticks} ticks`,
    ],
    ["memory of the server, just started", mb(memory.idle)],
    [`memory after the load, ${streams.streams} streams open`, mb(memory.loaded)],
    ["JavaScript of the room, first load, gzip as sent", `${(roomJavaScript / 1000).toFixed(1)} kB`],
    ["statements of screens whose plans were looked at", String(looked)],
  ];
  return ["| what | measured |", "|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}
