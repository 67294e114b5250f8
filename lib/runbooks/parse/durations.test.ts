import { describe, expect, it } from "vitest";
import { cadenceIn, minutesIn, timeBoxOf, waitOf } from "./durations";

describe("spans of time", () => {
  it.each([
    ["1 hour", 60],
    ["30 minutes", 30],
    ["five minutes", 5],
    ["0-15 min", 15],
    ["90s", 1.5],
    ["3 days", 4_320],
    ["2 business days", null],
    ["half an hour", 30],
    ["at once", null],
  ])("%s is %s minutes", (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes);
  });

  it.each([
    ["First Five Minutes", 5],
    ["The first hour", 60],
    ["Contain it (15 min)", 15],
    ["Slow answers (p99 > 2s)", null],
    ["0-5 minutes: look around", 5],
    ["What changed in the last 5 minutes", null],
    ["Pods restart every 10 minutes", null],
    ["Recovery", null],
  ])("the heading “%s” is a time box of %s minutes", (heading, minutes) => {
    expect(timeBoxOf(heading)).toBe(minutes);
  });

  it.each([
    ["Watch it for one hour.", 60],
    ["Wait 30s", 0.5],
    ["Wait for about 2-3 minutes.", 3],
    ["If it hangs, wait another 10 min", 10],
    ["Acknowledge it within 5 minutes", 5],
    ["If it is down for 5 minutes, call somebody.", null],
    ["Call somebody when it is down for 5 minutes", null],
    ["An escalation happens within 5 minutes", null],
    ["Check that it clears within 5 minutes", null],
    ["Watch it for more than one hour", null],
    ["Run `defer --for 2h`", null],
  ])("a step waits as its text says: %s %s", (text, minutes) => expect(waitOf(text)).toBe(minutes));

  it("a cadence is about updates", () => {
    expect(cadenceIn("Post updates every 15 minutes in the channel.", "")).toBe(15);
    expect(cadenceIn("Every thirty minutes, say where we are.", "Communication")).toBe(30);
    expect(cadenceIn("Update stakeholders every hour.", "")).toBe(60);
    expect(cadenceIn("Send a status update hourly.", "")).toBe(60);
    expect(cadenceIn("Update interval: 20 minutes", "")).toBe(20);
    expect(cadenceIn("Post an update every 30m.", "")).toBe(30);
    expect(cadenceIn("The job runs every 5 minutes.", "")).toBeNull();
  });
});
