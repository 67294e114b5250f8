import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { newSigningKey, signerFrom } from "./signing";

const key = newSigningKey();

test("a fingerprint is the same on every instance and after every restart", () => {
  expect(signerFrom(key).fingerprint("hunter2")).toBe(signerFrom(key).fingerprint("hunter2"));
  expect(signerFrom(key).fingerprint("hunter2")).not.toBe(signerFrom(key).fingerprint("hunter3"));
});

test("a fingerprint cannot be made without the secret", () => {
  const { fingerprint } = signerFrom(key);
  expect(fingerprint("hunter2")).not.toBe(createHash("sha256").update("hunter2").digest("hex"));
  expect(fingerprint("hunter2")).not.toBe(signerFrom(newSigningKey()).fingerprint("hunter2"));
});
