import { expect, test } from "vitest";
import { parsePostmasterFile } from "./postmaster-file";

const lines = ["4711", "/data", "1760000000", "40123", "", "127.0.0.1", "  1234  56", "ready   "];

test("says process, port and that the server is ready", () => {
  expect(parsePostmasterFile(lines.join("\n"))).toEqual({ pid: 4711, port: 40123, ready: true });
});

test("a starting or stopping server is not ready", () => {
  const starting = [...lines.slice(0, 7), "starting"].join("\n");
  expect(parsePostmasterFile(starting)).toEqual({ pid: 4711, port: 40123, ready: false });
});

test("a file that is still being written tells what it can", () => {
  expect(parsePostmasterFile("4711\n/data\n17600")).toEqual({ pid: 4711, port: 0, ready: false });
  expect(parsePostmasterFile("")).toBeUndefined();
});
