import { describe, expect, test } from "vitest";
import { decideIdentity, type IdentityFacts } from "./identity.rules";

const stranger: IdentityFacts = {
  claims: { email: "noor@harbour.example", emailVerified: true },
  bound: null,
  sameEmail: null,
  anybody: true,
};
const noor = { id: "noor", deactivated: false, boundToIssuer: false };

describe("an identity from the provider", () => {
  test("that is bound to a person enters as that person, whatever the address says", () => {
    const facts = { ...stranger, bound: noor, claims: { email: null, emailVerified: false } };
    expect(decideIdentity(facts)).toEqual({ ok: true, act: "enter", personId: "noor" });
  });

  test("that is bound to a deactivated person is refused", () => {
    expect(decideIdentity({ ...stranger, bound: { ...noor, deactivated: true } })).toMatchObject({
      ok: false,
    });
  });

  test("with a verified address of a person is bound to them", () => {
    expect(decideIdentity({ ...stranger, sameEmail: noor })).toEqual({
      ok: true,
      act: "bind",
      personId: "noor",
    });
  });

  test("with an address that the provider did not verify is refused, known or not", () => {
    const claims = { email: "noor@harbour.example", emailVerified: false };
    expect(decideIdentity({ ...stranger, claims, sameEmail: noor })).toMatchObject({ ok: false });
    expect(decideIdentity({ ...stranger, claims })).toMatchObject({ ok: false });
  });

  test("with the address of a person who has another identity there is refused", () => {
    const sameEmail = { ...noor, boundToIssuer: true };
    expect(decideIdentity({ ...stranger, sameEmail })).toMatchObject({ ok: false });
  });

  test("with the address of a deactivated person is refused", () => {
    expect(decideIdentity({ ...stranger, sameEmail: { ...noor, deactivated: true } })).toMatchObject({
      ok: false,
    });
  });

  test("that nobody knows gets an account", () => {
    expect(decideIdentity(stranger)).toEqual({ ok: true, act: "create", email: "noor@harbour.example" });
  });

  test("cannot be the first account: that is made by the set-up link", () => {
    expect(decideIdentity({ ...stranger, anybody: false })).toMatchObject({ ok: false });
  });
});
