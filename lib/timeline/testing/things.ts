import type { TextRef } from "../events";

/** A UUID that a test can recognise. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export const people = { mara: uuid(101), jonah: uuid(102), sam: uuid(103) };
export const things = {
  incident: uuid(1),
  otherIncident: uuid(2),
  production: uuid(11),
  staging: uuid(12),
  planner: uuid(21),
  queue: uuid(22),
  checklist: uuid(31),
  item: uuid(32),
  addedItem: uuid(33),
  criterion: uuid(41),
  runbook: uuid(51),
  runbookVersion: uuid(52),
};

/** A reference to text number `n`. */
export function ref(n: number): TextRef {
  return { textId: uuid(9_000 + n), digest: "d".repeat(64) };
}

export const sha256 = "e".repeat(64);
