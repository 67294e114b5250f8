import { expect, it } from "vitest";
import { isIn, isRoom, PLACES } from "./places";

const placeOf = (path: string) => PLACES.find((place) => isIn(place, path))?.label;

it("knows where a path lies", () => {
  expect(placeOf("/")).toBe("My day");
  expect(placeOf("/incidents")).toBe("Incidents");
  expect(placeOf("/incidents/INC-42/updates/new")).toBe("Incidents");
  expect(placeOf("/incidentsx")).toBeUndefined();
  expect(placeOf("/profile")).toBeUndefined();
});

it("knows the pages of one incident", () => {
  expect(isRoom("/incidents/INC-42")).toBe(true);
  expect(isRoom("/incidents")).toBe(false);
});
