import { parseArgs } from "node:util";
import { scenarios } from "@/prisma/seed/scenarios";
import { found } from "@/prisma/seed/world/found";
import { signInLines } from "@/prisma/seed/world/sign-in";
import { table } from "./runbooks/table";
import { finish } from "./support/finish";
import { stage } from "./support/progress.mjs";
import { withContext } from "./support/with-context";

/** `npm run seed -- SCENARIO`: puts one named state into an empty database. `--list` says which there are. */
await finish(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: "boolean" } },
  });
  const [name, ...rest] = positionals;
  if (values.list) return console.log(list());
  if (!name || rest.length > 0) throw new Error(`Say which state: "npm run seed -- SCENARIO".\n${list()}`);
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`There is no state called ${name}.\n${list()}`);
  const accounts = await withContext("npm run seed", (live) =>
    stage(`Telling ${name}`, async () => {
      const { world, accounts: made } = await found(live);
      await scenario.tell(world);
      return made;
    }),
  );
  console.log(signInLines(accounts));
});

function list(): string {
  return table(
    ["state", "what is there"],
    Object.entries(scenarios).map(([name, { about }]) => [name, about]),
  );
}
