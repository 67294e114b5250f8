import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rotReason } from "./schemas";
import { rotOf, rotWords, type RotFacts } from "./rot.rules";

const DAY = 86_400_000;
const now = Date.parse("2026-11-27T12:00:00.000Z");
const ago = (days: number) => now - days * DAY;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** One that nothing is wrong with. */
const sound: RotFacts = {
  ...{ now, since: ago(400), lastWalkedAt: ago(10), owner: "there", reviewBy: day(ago(-30)) },
  published: { number: 3, at: ago(40), walked: true },
  steps: [{ text: "Look at the queue", done: 4, skipped: 9 }],
  ...{ deadLinks: [], walkable: true, findings: ["dangerous-command", "notes-only"] },
};

const told = (change: Partial<RotFacts>) => {
  const { score, reasons } = rotOf({ ...sound, ...change });
  return [score, ...reasons.map((reason) => rotWords(reason, now))];
};

describe("how much care a runbook needs", () => {
  test("none where nothing is wrong", () => {
    expect(told({})).toEqual([0]);
  });

  test.each<[Partial<RotFacts>, number, string]>([
    [{ lastWalkedAt: ago(180) }, 15, "not walked for 180 d"],
    [{ lastWalkedAt: ago(800) }, 30, "not walked for 800 d"],
    [{ lastWalkedAt: null, since: ago(240) }, 17, "never walked, here for 240 d"],
    [
      { published: { number: 4, at: ago(31), walked: false } },
      5,
      "nobody walked version 4 yet, out for 31 d",
    ],
    [{ owner: "none" }, 5, "nobody keeps it"],
    [{ owner: "gone" }, 15, "who keeps it has left"],
    [{ reviewBy: day(ago(65)) }, 12, "review overdue by 65 d"],
    [
      { steps: [{ text: "Call the vendor", done: 0, skipped: 3 }] },
      6,
      "1 step skipped every time: Call the vendor",
    ],
    [{ deadLinks: ["https://wiki/a", "https://wiki/b"] }, 16, "2 dead links: https://wiki/a; https://wiki/b"],
    [{ findings: ["mojibake", "mojibake"] }, 10, "2 lines look mis-decoded"],
    [{ findings: ["unclosed-fence"] }, 12, "a code block has no end: all below it reads as code"],
    [{ walkable: false }, 8, "nothing in it reads as a step"],
  ])("with %o it is %i", (change, score, words) => {
    expect(told(change)).toEqual([score, words]);
  });

  test.each<Partial<RotFacts>>([
    { lastWalkedAt: ago(179) },
    { lastWalkedAt: null, since: ago(100) },
    { published: { number: 4, at: ago(29), walked: false } },
    { reviewBy: day(now) },
    { reviewBy: null },
    { steps: [{ text: "Call the vendor", done: 0, skipped: 2 }] },
    { steps: [{ text: "Call the vendor", done: 1, skipped: 20 }] },
  ])("is none with %o", (change) => {
    expect(told(change)).toEqual([0]);
  });

  test("names the heaviest first, counts what it does not name, and never says more than 100", () => {
    const steps = Array.from({ length: 9 }, (_, i) => ({ text: `Step ${i + 1}`, done: 0, skipped: 5 }));
    const deadLinks = Array.from({ length: 9 }, (_, i) => `https://wiki/${i + 1}`);
    const findings = ["mojibake", "unclosed-fence"];
    const all = {
      lastWalkedAt: ago(900),
      owner: "gone",
      reviewBy: day(ago(900)),
      steps,
      deadLinks,
      walkable: false,
      findings,
    } as const;
    const [score, first, second, third] = told(all);
    expect([score, first]).toEqual([100, "not walked for 900 d"]);
    expect(second).toBe(
      "9 dead links: https://wiki/1; https://wiki/2; https://wiki/3; https://wiki/4; https://wiki/5 and 4 more",
    );
    expect(third).toBe("review overdue by 900 d");
  });

  test("is 0 exactly where there is no reason, and its reasons can be stored", () => {
    const facts = fc.record({
      lastWalkedAt: fc.option(fc.integer({ min: ago(2_000), max: now })),
      owner: fc.constantFrom("none", "gone", "there"),
      reviewBy: fc.option(fc.integer({ min: ago(2_000), max: ago(-500) }).map(day)),
      deadLinks: fc.array(fc.constantFrom("https://wiki/a", "https://wiki/b"), { maxLength: 8 }),
      walkable: fc.boolean(),
      findings: fc.array(fc.constantFrom("mojibake", "unclosed-fence", "empty")),
      steps: fc.array(
        fc.record({ text: fc.constantFrom("Look", "Wait"), done: fc.nat(3), skipped: fc.nat(5) }),
      ),
    });
    fc.assert(
      fc.property(facts, (change) => {
        const { score, reasons } = rotOf({ ...sound, ...(change as Partial<RotFacts>) });
        expect(score === 0).toBe(reasons.length === 0);
        expect(score).toBeLessThanOrEqual(100);
        for (const reason of reasons)
          expect(rotReason.parse(JSON.parse(JSON.stringify(reason)))).toEqual(reason);
      }),
    );
  });
});
