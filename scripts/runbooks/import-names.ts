import path from "node:path";
import { freeSlug, slugFrom } from "@/lib/runbooks/slug.rules";

/**
 * The name under which each file is imported: its own; where several of a folder tree would give the same slug
 * (README.md in every folder), its path below the folder that was asked for.
 */
export function importNames(files: readonly string[], roots: readonly string[]): Map<string, string> {
  const bySlug = new Map<string, number>();
  for (const file of files) {
    const slug = slugFrom(path.basename(file));
    bySlug.set(slug, (bySlug.get(slug) ?? 0) + 1);
  }
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const own = path.basename(file);
      const name = (bySlug.get(slugFrom(own)) ?? 0) > 1 ? pathName(file, roots) : own;
      const slug = freeSlug(slugFrom(name), taken);
      taken.add(slug);
      return [file, slug === slugFrom(name) ? name : `${slug}.md`];
    }),
  );
}

function pathName(file: string, roots: readonly string[]): string {
  return pathBelow(roots, file).replaceAll("/", "-");
}

/** A file's path below the folder that was asked for, with slashes on every system. */
export function pathBelow(roots: readonly string[], file: string): string {
  const below = roots
    .map((root) => path.relative(root, file))
    .find((relative) => relative !== "" && !relative.startsWith(".."));
  return (below ?? file)
    .split(path.sep)
    .filter((part) => part !== "" && part !== "..")
    .join("/");
}
