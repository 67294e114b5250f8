import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * The Markdown files that these paths name: files as they are, folders with all that is below them, in order.
 * @throws Error of one line for a path that is not there, or a folder without Markdown
 */
export function findMarkdown(paths: readonly string[]): string[] {
  const found = paths.flatMap((target) => {
    const kind = statSync(target, { throwIfNoEntry: false });
    if (!kind) throw new Error(`${target} is not there.`);
    if (!kind.isDirectory()) return [target];
    const files = markdownBelow(target);
    if (files.length === 0) throw new Error(`${target} holds no Markdown file (*.md).`);
    return files;
  });
  return [...new Set(found.map((file) => path.normalize(file)))];
}

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => IS_MARKDOWN.test(file) && !isHidden(file))
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Templates of static sites (`.html.md.erb`) are Markdown with a few tags. */
const IS_MARKDOWN = /\.(?:md|mdx|markdown|mdown|mkd)(?:\.erb)?$/i;

/** Inside .git, node_modules and the like: nobody's runbooks. */
function isHidden(file: string): boolean {
  return file.split(path.sep).some((part) => part.startsWith(".") || part === "node_modules");
}
