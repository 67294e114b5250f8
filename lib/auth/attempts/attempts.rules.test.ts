import { describe, expect, test } from "vitest";
import { ACCOUNT_FREE, ADDRESS_LIMIT, decideAttempt, PAIR_LIMIT } from "./attempts.rules";

const few = { pair: 1, address: 1, account: 1 };

describe("sign-in attempts", () => {
  test("the first ones are neither refused nor slowed", () => {
    expect(decideAttempt(few)).toEqual({ allowed: true, delayMs: 0 });
  });

  test("one account from one address is refused after its limit, and not before", () => {
    expect(decideAttempt({ ...few, pair: PAIR_LIMIT })).toMatchObject({ allowed: true });
    expect(decideAttempt({ ...few, pair: PAIR_LIMIT + 1 })).toEqual({ allowed: false });
  });

  test("one address that tries many accounts is refused after its limit, and not before", () => {
    expect(decideAttempt({ ...few, address: ADDRESS_LIMIT })).toMatchObject({ allowed: true });
    expect(decideAttempt({ ...few, address: ADDRESS_LIMIT + 1 })).toEqual({ allowed: false });
  });

  test("an account that is tried from everywhere is slowed, but its owner is never locked out", () => {
    expect(decideAttempt({ ...few, account: ACCOUNT_FREE })).toEqual({ allowed: true, delayMs: 0 });
    expect(decideAttempt({ ...few, account: ACCOUNT_FREE + 1 })).toEqual({ allowed: true, delayMs: 250 });
    expect(decideAttempt({ ...few, account: 1_000_000 })).toEqual({ allowed: true, delayMs: 5_000 });
  });
});
