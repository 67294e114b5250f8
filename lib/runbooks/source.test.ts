import { expect, it } from "vitest";
import { bytesOf } from "./source";

it("what is no text in UTF-8 is refused, and says what to do", () => {
  const sourceBase64 = Buffer.from("# Disk\n", "utf16le").toString("base64");
  expect(() => bytesOf({ sourceBase64 })).toThrow(
    "This is no text in UTF-8. Save it as that, or send Markdown.",
  );
  expect(bytesOf({ source: "# Größe\n" }).length).toBe(10);
});
