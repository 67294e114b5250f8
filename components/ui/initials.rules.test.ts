import { expect, it } from "vitest";
import { initialsOf } from "./initials.rules";

it.each([
  ["Mara Lindqvist", "ML"],
  ["ana maria de souza", "AS"],
  ["Jonah", "JO"],
  ["  Ø ", "Ø"],
  ["𝒳avier", "𝒳A"],
  ["", "?"],
])("the initials of %j are %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
