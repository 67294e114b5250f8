import { spawnSync } from "node:child_process";
import { toolPath } from "../launch/tool";

/** Next writes the types of the routes first; then everything is checked. */
for (const command of [
  [toolPath("next"), "typegen"],
  [toolPath("tsc"), "--noEmit"],
]) {
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
