import { randomInt } from "node:crypto";
import { connect } from "@/lib/db/client";
import type { OwnConsole } from "../load/own-console";
import { done, invitePeople } from "../load/people";
import { stage } from "../support/progress.mjs";
import { perform, type Acknowledged, type Act } from "./act";
import { findUndelivered, untilDelivered } from "./deliveries";
import { judge } from "./judge.rules";
import { killAll } from "./kills";
import { findFaults, readFound, toldBy } from "./look";
import type { Receiver } from "./receiver";
import { setScene } from "./scene";
import { Tally } from "./tally";
import { write } from "./writer";

export interface Wanted {
  /** Of server and PostgreSQL together; even. */
  kills: number;
  /** Acts to be acknowledged at least. */
  acts: number;
}

export interface Verdict {
  kills: number;
  acknowledged: number;
  lost: string[];
  doubled: string[];
  /** Whatever else is wrong, a line each. */
  faults: string[];
}

const WRITERS = 16;
/** One act in a hundred is tried by somebody who hangs up at once and tries again while the first still runs. */
const IMPATIENT_OF_100 = 1;

/** Has people write while server and PostgreSQL are killed, and says what became of what they were told. */
export async function runChaos(own: OwnConsole, receiver: Receiver, wanted: Wanted): Promise<Verdict> {
  const { client, administrator } = own;
  const webhook = { name: "#chaos", url: receiver.url, told: "updates" };
  done(await client.call("POST", "/webhooks", webhook, { cookie: administrator.cookie }));
  const writers = await invitePeople(client, administrator, WRITERS);
  const tally = new Tally();
  const act = async (one: Act) => {
    const impatient = randomInt(100) < IMPATIENT_OF_100 ? randomInt(1, 15) : undefined;
    const said = await perform(client, one, { impatient, onFailure: (status) => tally.fail(status) });
    tally.add(said);
    return said;
  };
  const scene = await setScene(client, writers, act);

  const hide = tally.show();
  const stopped = new AbortController();
  const isEnough = () =>
    stopped.signal.aborted || (tally.killCount >= wanted.kills && tally.doneCount >= wanted.acts);
  const killing = {
    ...{ server: own.served, database: own.cluster, databaseUrl: own.databaseUrl },
    times: wanted.kills / 2,
    apart: wanted.acts / wanted.kills,
    acknowledged: () => tally.doneCount,
    onKill: (victim: "server" | "database") => void tally.kills[victim]++,
  };
  const all = [
    killAll(killing, stopped.signal),
    ...writers.map((writer, place) => write({ scene, writer, place }, act, isEnough)),
  ];
  try {
    await Promise.all(all);
  } finally {
    stopped.abort();
    await Promise.allSettled(all);
    hide();
  }
  return inspect(own, receiver, tally);
}

async function inspect(own: OwnConsole, receiver: Receiver, tally: Tally): Promise<Verdict> {
  const db = connect(own.databaseUrl, 4);
  const { acknowledged } = tally;
  try {
    await stage("Waiting for the last deliveries", () => untilDelivered(db));
    return await stage("Looking for every act, verifying every timeline", async () => {
      const people = new Set(acknowledged.map(({ act }) => act.writer.id));
      const named = names(acknowledged);
      const { lost, doubled, refusedYetThere } = judge(
        acknowledged.map(toldBy),
        await readFound(db, [...people]),
      );
      const declared = acknowledged.filter(({ entries }) => entries[0]?.kind === "incident.declared").length;
      const faults = [
        ...acknowledged.flatMap(({ wrongly }) => wrongly ?? []),
        ...refusedYetThere.map((key) => `refused, and there all the same: ${named(key)}`),
        ...(await findUndelivered(db, acknowledged, receiver)),
        ...(await findFaults(db, declared)),
      ];
      if (!acknowledged.some(({ replayed }) => replayed))
        faults.push("no answer was cut off after its commit: this run shows nothing about acting twice");
      return {
        kills: tally.killCount,
        acknowledged: tally.doneCount,
        lost: lost.map(named),
        doubled: doubled.map(named),
        faults,
      };
    });
  } finally {
    await db.$disconnect();
  }
}

/** What an act was, for whoever reads the verdict; an entry of nobody's stays as it is. */
function names(acknowledged: readonly Acknowledged[]): (key: string) => string {
  const acts = new Map(acknowledged.map(({ act }) => [act.key, act]));
  return (key) => {
    const act = acts.get(key);
    return act ? `${act.method} ${act.path} (${key})` : `entry ${key}`;
  };
}
