/** A Markdown file below the folder. */
export interface FoundFile {
  /** Below the folder, with slashes. */
  path: string;
  sha256: string;
  /** `slug` of its front matter. */
  slug: string | null;
  /** Why it cannot be imported; the runbook that it was before stays as it is. */
  problem: string | null;
}

/** A runbook that came from this folder, or was imported from the same path before there was a sync. */
export interface KnownRunbook {
  id: string;
  slug: string;
  title: string;
  path: string;
  /** Of its newest version; null for an adoptable one whose newest version is not published. */
  sha256: string | null;
  archived: boolean;
  /** A person took it out of the folder's hands. */
  detached: boolean;
  /** From the same path, but of no folder yet. */
  adoptable: boolean;
}

export type Act<File extends FoundFile = FoundFile> =
  | { kind: "import"; file: File; runbook: KnownRunbook | null }
  | { kind: "skip"; file: File; runbook: KnownRunbook | null }
  | { kind: "archive"; runbook: KnownRunbook };

/**
 * What brings runbooks in step with a folder. A path that is there keeps its runbook. A file under a new path goes on
 * a runbook whose file is gone: by the same bytes, then by the `slug` of its front matter, then by the file's own name
 * where only one file and one runbook have it. What is left is new; runbooks whose file is gone are archived.
 * @returns one act for each file, in order, then one for each runbook to archive
 */
export function planSync<File extends FoundFile>(
  files: readonly File[],
  runbooks: readonly KnownRunbook[],
): Act<File>[] {
  const byPath = new Map(runbooks.map((runbook) => [runbook.path, runbook]));
  const chosen = new Map<File, KnownRunbook>();
  for (const file of files) {
    const known = byPath.get(file.path);
    if (known && (!known.adoptable || known.sha256 === file.sha256)) chosen.set(file, known);
  }
  const paths = new Set(files.map(({ path }) => path));
  let gone = runbooks.filter((runbook) => !paths.has(runbook.path) && !runbook.adoptable).sort(byUse);
  let fresh = files.filter((file) => !chosen.has(file) && file.problem === null);
  const follow = (file: File, runbook: KnownRunbook | undefined) => {
    if (!runbook) return;
    chosen.set(file, runbook);
    gone = gone.filter((other) => other !== runbook);
    fresh = fresh.filter((other) => other !== file);
  };

  const sameBytes = (file: File) => gone.find(({ sha256 }) => sha256 === file.sha256);
  const sameSlug = (file: File) => gone.find(({ slug }) => slug === file.slug);
  for (const file of fresh) follow(file, sameBytes(file));
  for (const file of fresh) follow(file, sameSlug(file));
  for (const file of fresh) follow(file, onlyNamesake(file, fresh, gone));

  const acts = files.map<Act<File>>((file) => ({
    kind: file.problem === null ? "import" : "skip",
    file,
    runbook: chosen.get(file) ?? null,
  }));
  const toArchive = gone.filter(({ archived, detached }) => !archived && !detached);
  return [...acts, ...toArchive.map<Act<File>>((runbook) => ({ kind: "archive", runbook }))];
}

/** Those in use come before those that were archived, so that a copy in the archive takes no file away. */
function byUse(a: KnownRunbook, b: KnownRunbook): number {
  return Number(a.archived) - Number(b.archived) || (a.path < b.path ? -1 : 1);
}

function onlyNamesake(
  file: FoundFile,
  fresh: readonly FoundFile[],
  gone: readonly KnownRunbook[],
): KnownRunbook | undefined {
  const name = nameOf(file.path);
  const candidates = gone.filter(({ path, archived }) => nameOf(path) === name && !archived);
  const rivals = fresh.filter(({ path }) => nameOf(path) === name);
  return candidates.length === 1 && rivals.length === 1 ? candidates[0] : undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}
