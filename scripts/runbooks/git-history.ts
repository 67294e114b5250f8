import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { commit, type Commit } from "@/lib/runbooks/schemas";

const run = promisify(execFile);
const NUL = "\0";

/** What Git knows of the files of a folder. */
export interface GitHistory {
  /**
   * The last commit that touched a file.
   * @param file below the folder
   * @returns null when it was never committed, or has other content than in the last commit
   */
  lastCommit(file: string): Promise<Commit | null>;
}

/** @returns null where there is no Git, or the folder is no working copy: then there is nothing to say */
export async function gitHistory(folder: string): Promise<GitHistory | null> {
  const changed = await git(folder, ["diff", "--no-ext-diff", "--name-only", "-z", "--relative", "HEAD"]);
  if (changed === null) return null;
  const uncommitted = new Set(changed.split(NUL));
  return {
    async lastCommit(file) {
      if (uncommitted.has(file)) return null;
      const format = ["%H", "%an", "%aI", "%s"].join("%x00");
      const log = await git(folder, ["log", "-1", "--no-show-signature", `--format=${format}`, "--", file]);
      return log === null ? null : commitFrom(log);
    },
  };
}

function commitFrom(log: string): Commit | null {
  const [hash, author = "", at = "", subject = ""] = log.trimEnd().split(NUL);
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return null;
  const read = commit.safeParse({
    ...{ hash, author: author.slice(0, 200), at: when.toISOString(), subject: subject.slice(0, 500) },
  });
  return read.success ? read.data : null;
}

/** What Git says, or null whenever it says no: not there, no working copy, not trusted, too slow. */
async function git(folder: string, words: string[]): Promise<string | null> {
  // Inside a hook, Git's own variables name another repository. Its configuration starts no program of its own.
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(env)) if (name.startsWith("GIT_")) delete env[name];
  Object.assign(env, { GIT_OPTIONAL_LOCKS: "0", GIT_LITERAL_PATHSPECS: "1" });
  const options = { cwd: folder, env, timeout: 20_000, maxBuffer: 32 * 1024 * 1024 };
  try {
    const { stdout } = await run("git", ["-c", "core.fsmonitor=false", "--no-pager", ...words], options);
    return stdout;
  } catch {
    return null;
  }
}
