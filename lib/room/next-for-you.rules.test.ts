import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOffer, isOpenTo, rankNext } from "./next-for-you.rules";
import { waitsForAnswer } from "./calls.rules";
import { at, call, chart, done, inHand, options, question, section, step } from "./testing/a-walk";
import { waitsFor, type Candidate, type Section } from "./turns.rules";

const me = "me";
const order = (...of: Candidate[]) => rankNext([section("a", of)], me).map(({ itemId }) => itemId);

describe("next for you", () => {
  it("puts what I have in hand first, the newest of it on top", () => {
    expect(order(step("open"), inHand("older", me, 0), inHand("newer", me, 6))).toEqual([
      "newer",
      "older",
      "open",
    ]);
  });

  it("puts what was given to me before what is open, and what failed for me after it", () => {
    const given = step("given", { assigneeId: me });
    const failed = step("failed", { state: "failed", changedById: me });
    expect(order(failed, step("open"), given)).toEqual(["given", "open", "failed"]);
  });

  it("leaves out what others have, and what is over", () => {
    const given = step("given to sam", { assigneeId: "sam" });
    const over = [step("done", { state: "done" }), step("skipped", { state: "skipped" })];
    expect(order(inHand("theirs", "sam"), given, ...over)).toEqual([]);
  });

  it("offers what somebody began and nobody has to one of those who are here, to go on with", () => {
    const left = inHand("drain", "ben", 0, { assigneeId: null });
    const list = [section("a", [{ ...left, line: "n" }, step("fence", {}, "n")])];
    expect(rankNext(list, me)).toEqual([{ itemId: "drain", reason: { kind: "left_in_hand" } }]);
    expect(isOpenTo(list, "drain", me)).toBe(true);
    const shared = rankNext([section("a", [left, step("open")])], "sam", [me, "sam"]);
    expect(shared[0]).toEqual({ itemId: "open", reason: { kind: "next_open" } });
    const asked = { ...left, item: { ...left.item, asked: { personId: me, at: at(0) } } };
    expect(rankNext([section("a", [asked])], me)[0]?.reason.kind).toBe("waits_for_second");
  });

  it("offers a way that nobody has any more, and no other while it is tried", () => {
    const tried = inHand("restart", "ben", 0, { assigneeId: null });
    const list = [options("a", [step("drop"), tried])];
    expect(rankNext(list, me)).toEqual([{ itemId: "restart", reason: { kind: "left_in_hand" } }]);
    expect(rankNext([options("a", [step("drop"), inHand("restart", "ben")])], me)).toEqual([]);
  });

  it("offers no other option once one was enough, not even to whom it was given", () => {
    const mitigation = options("a", [done("one", "sam"), step("two"), step("three", { assigneeId: me })]);
    expect(rankNext([mitigation, section("b", [step("open")])], me).map(({ itemId }) => itemId)).toEqual([
      "open",
    ]);
    expect(isOpenTo([mitigation], "two", me)).toBe(false);
  });

  it("offers what somebody did to all others first, to confirm it, and to them last", () => {
    const asked = { personId: "ben", at: at(0) };
    const ticked = inHand("ticked", "ben", 0, { asked });
    expect(rankNext([section("a", [step("open"), ticked])], me)[0]).toEqual({
      itemId: "ticked",
      reason: { kind: "confirm", personId: "ben" },
    });
    expect(rankNext([section("a", [ticked, step("open")])], "ben").map(({ reason }) => reason.kind)).toEqual([
      "goes_on",
      "waits_for_second",
    ]);
  });

  it("offers to nobody what comes behind a step that waits for a second person", () => {
    const ticked = inHand("lag is low", "ben", 0, { asked: { personId: "ben", at: at(0) } });
    const list = [
      section("a", [{ ...ticked, line: "n" }, step("fence", {}, "n")]),
      section("b", [inHand("x", me)]),
    ];
    const offered = (who: string) => rankNext(list, who).map(({ itemId, reason }) => [itemId, reason.kind]);
    expect(offered("ben")).toEqual([["lag is low", "waits_for_second"]]);
    expect(offered("sam")).toEqual([["lag is low", "confirm"]]);
    expect(offered(me)).toEqual([
      ["lag is low", "confirm"],
      ["x", "yours_in_progress"],
    ]);
  });

  it("ends with what I wait for", () => {
    expect(order(step("waits", { state: "blocked", assigneeId: me }), step("open"))).toEqual([
      "open",
      "waits",
    ]);
  });

  it("is open to me while I could do it, be it my turn or not", () => {
    const list = [section("a", [step("one", {}, "1"), step("two", {}, "1"), inHand("theirs", "sam")])];
    expect(["one", "two", "theirs"].map((id) => isOpenTo(list, id, me))).toEqual([true, true, false]);
  });
});

describe("where somebody works", () => {
  const first = (sections: ReturnType<typeof section>[], who = me, here: string[] = []) =>
    rankNext(sections, who, here)[0];

  it("comes the next open step of the same section, before those of another runbook", () => {
    const failover = section("failover", [done("drain", me, 2), step("delete")]);
    expect(first([section("triage", [step("look")]), failover])).toEqual({
      itemId: "delete",
      reason: { kind: "goes_on" },
    });
  });

  it("then the following sections of the runbook, then those before it, then other runbooks", () => {
    const runbook = (...mid: ReturnType<typeof step>[]) => [
      section("x", [step("other")]),
      section("a1", [step("before")], { runbook: "a" }),
      section("a2", mid, { runbook: "a" }),
      section("a3", mid.length === 2 ? [step("after")] : [done("after", "sam")], { runbook: "a" }),
    ];
    expect(first(runbook(done("drain", me, 2), done("delete", "sam")))?.itemId).toBe("after");
    expect(first(runbook(done("drain", me, 2)))?.itemId).toBe("before");
  });

  it("comes an open question of an earlier section before the following ones, which hang on its answer", () => {
    const of = (answer: ReturnType<typeof step>, ...mid: ReturnType<typeof step>[]) => [
      { ...chart(answer), runbook: "a" },
      section("a2", mid, { runbook: "a" }),
      section("a3", [step("purge")], { runbook: "a" }),
    ];
    const skipped = done("scale", me, 2, { state: "skipped" });
    expect(first(of(question("ok?"), skipped, step("restart")))?.itemId).toBe("restart");
    expect(first(of(question("ok?"), skipped))?.itemId).toBe("ok?");
    expect(first(of(done("ok?", "sam"), skipped))?.itemId).toBe("purge");
  });

  it("comes what I opened again", () => {
    expect(first([section("a", [step("one"), step("two", { changedById: me, changedAt: at(3) })])])).toEqual({
      itemId: "two",
      reason: { kind: "goes_on" },
    });
  });

  it("stays where I was when I only confirmed what another did, and where that other was", () => {
    const confirmed = done("delete", me, 5, { asked: { personId: "ben", at: at(4) } });
    const mine = section("mine", [done("one", me, 2), step("two")]);
    const bens = section("ben's", [confirmed, step("watch")]);
    expect(first([bens, mine])?.itemId).toBe("two");
    expect(first([mine, bens], "ben")?.itemId).toBe("watch");
  });

  it("goes on who was there last, before anybody else is offered its step", () => {
    const walk = chart(done("look", me, 3), step("read"), question("ok?"));
    const other = section("other", [step("call")]);
    expect(first([walk, other], me, ["ben", me])).toEqual({ itemId: "read", reason: { kind: "goes_on" } });
    expect(first([walk, other], "ben", ["ben", me])).toEqual({
      itemId: "call",
      reason: { kind: "next_open" },
    });
    const both = chart(done("look", "ben", 2), done("read", me, 3), step("check"));
    expect(first([both, other], me, ["ben", me])?.itemId).toBe("check");
    expect(first([both, other], "ben", ["ben", me])?.itemId).toBe("call");
  });
});

describe("the open steps, when several are here", () => {
  const open = section("a", [step("a"), step("b"), step("c")]);
  const first = (of: ReturnType<typeof section>, who: string, here: string[]) => rankNext([of], who, here)[0];

  it("are offered one to each, in the order of those who are here", () => {
    const here = ["ben", me];
    expect(first(open, "ben", here)).toEqual({ itemId: "a", reason: { kind: "first_open" } });
    expect(first(open, me, here)).toEqual({ itemId: "b", reason: { kind: "next_open" } });
  });

  it("go last to who only looks in", () => {
    expect(first(open, "looks in", ["ben", me])?.itemId).toBe("c");
  });

  it("pass over those who have something in hand already", () => {
    const taken = section("a", [inHand("taken", "ben"), ...open.steps]);
    expect(first(taken, me, ["ben", me])?.itemId).toBe("a");
  });

  it("are shared once there are fewer than people, and it is said", () => {
    expect(first(section("a", [step("a")]), me, ["ben", me])).toEqual({
      itemId: "a",
      reason: { kind: "shared" },
    });
  });

  it("are of alternatives one, the first of them: one person chooses, the next one gets what else is open", () => {
    const walk = options("either", [step("scale"), step("purge")]);
    const list = [{ ...walk, steps: [...walk.steps, step("tell")] }];
    expect(rankNext(list, "ben", ["ben", me])[0]?.itemId).toBe("scale");
    expect(rankNext(list, me, ["ben", me])[0]?.itemId).toBe("tell");
    expect(rankNext([walk], me, ["ben", me])[0]).toEqual({ itemId: "scale", reason: { kind: "shared" } });
  });

  it("lose none by it: the others follow in their order", () => {
    expect(rankNext([open], me, ["ben", me]).map(({ itemId }) => itemId)).toEqual(["b", "a", "c"]);
  });
});

describe("what has not had its turn", () => {
  const offered = (sections: ReturnType<typeof section>[], who: string, here: string[] = []) =>
    rankNext(sections, who, here).map(({ itemId }) => itemId);

  it("is offered to nobody: on a chart there is one step, where the walk stands", () => {
    const walk = chart(done("detected", "ann"), step("status"), step("validate"), question("passes?"));
    const here = ["ben", "cleo", "ann"];
    for (const who of here) expect(offered([walk], who, here)).toEqual(["status"]);
  });

  it("waits for what another has in hand", () => {
    const walk = chart(inHand("status", "ben"), step("validate"), question("passes?"));
    expect(offered([walk], me)).toEqual([]);
  });

  it("is the next section of a runbook while this one has something to give out, or a question", () => {
    const next = section("b", [step("later")], { runbook: "a" });
    const of = (...steps: ReturnType<typeof step>[]) => section("a", steps, { runbook: "a" });
    expect(offered([of(step("one"), step("two")), next], me, ["ben", "sam", me])).toEqual(["one", "two"]);
    const asked = of(question("ok?", { state: "in_progress", assigneeId: "ben" }));
    expect(offered([asked, next], me)).toEqual([]);
    expect(offered([of(inHand("one", "ben")), next], me)).toEqual(["later"]);
  });
});

describe("on any walk", () => {
  const people = ["ann", "ben", "cleo"];
  const person = fc.constantFrom(...people);
  const state = fc.constantFrom(
    ...(["todo", "in_progress", "done", "skipped", "failed", "blocked"] as const),
  );
  const one = fc.record({
    state,
    who: person,
    isQuestion: fc.boolean(),
    line: fc.constantFrom(null, "chart", "numbered"),
    minute: fc.nat({ max: 9 }),
  });
  const sections = fc.array(
    fc.record({
      steps: fc.array(one, { maxLength: 5 }),
      runbook: fc.constantFrom("a", "b"),
      /** An earlier section, one of whose answers leads here. */
      caller: fc.option(
        fc.record({ from: fc.nat({ max: 3 }), chosen: fc.boolean(), minute: fc.nat({ max: 9 }) }),
      ),
    }),
    { maxLength: 4 },
  );
  const walkOf = (drawn: typeof sections extends fc.Arbitrary<infer Drawn> ? Drawn : never): Section[] =>
    drawn.map(({ steps, runbook, caller }, s) =>
      section(
        `${s}`,
        steps.map(({ state, who, isQuestion, line, minute }, index) => {
          const touched = { changedById: who, changedAt: at(minute) };
          const by = state === "todo" ? {} : { ...touched, assigneeId: who };
          return step(`${s}.${index}`, { kind: isQuestion ? "decision" : "step", state, ...by }, line);
        }),
        {
          runbook,
          calls:
            caller && caller.from < s
              ? [call(`${caller.from}`, { chosen: caller.chosen, at: at(caller.minute) })]
              : [],
        },
      ),
    );

  it("offers no step before its turn, none twice, and leaves nobody waiting for nothing", () => {
    fc.assert(
      fc.property(sections, (drawn) => {
        const walk = walkOf(drawn);
        const waits = new Map(walk.flatMap((of) => [...waitsFor(of)]));
        const inHands = walk.some(({ steps }) => steps.some(({ item }) => item.state === "in_progress"));
        const waiting = walk.filter(waitsForAnswer).flatMap(({ steps }) => steps.map(({ item }) => item.id));
        const open = walk.some(
          (of) => !waitsForAnswer(of) && of.steps.some(({ item }) => item.state === "todo"),
        );
        for (const who of people) {
          const ranked = rankNext(walk, who, people);
          expect(new Set(ranked.map(({ itemId }) => itemId)).size).toBe(ranked.length);
          expect(ranked.filter((of) => isOffer(of) && waits.has(of.itemId))).toEqual([]);
          expect(ranked.filter((of) => isOffer(of) && waiting.includes(of.itemId))).toEqual([]);
          expect(ranked.length > 0 || !open || inHands).toBe(true);
        }
      }),
    );
  });
});
