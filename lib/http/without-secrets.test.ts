import { expect, test } from "vitest";
import { withoutSecrets } from "./without-secrets";

test("passwords and tokens are left out of what is hashed, the rest stays", () => {
  const body = { name: "Olu", password: "a", currentPassword: "b", token: "c" };
  expect(withoutSecrets(body)).toEqual({ name: "Olu" });
});

test.each([null, undefined, "text", [1, 2], {}])("%j stays as it is", (body) => {
  expect(withoutSecrets(body)).toEqual(body);
});
