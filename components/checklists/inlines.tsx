import { createContext, Fragment, use, type ReactNode } from "react";
import type { Block, Inline } from "@/lib/runbooks/parse/types";
import { FilledText } from "./filled-text";

/** How the plain words between the marks are drawn: a summary leads from its `#58` to the entry. */
export const WordsContext = createContext<(words: string) => ReactNode>(asTheyAre);

function asTheyAre(words: string): ReactNode {
  return words;
}

function Words({ text }: { text: string }): ReactNode {
  return <FilledText text={text} words={use(WordsContext)} />;
}

/** Text of a runbook with its code, emphasis and links. Never HTML: what was HTML in the source is plain text here. */
export function Inlines({ of }: { of: readonly Inline[] }): ReactNode {
  return of.map((inline, index) => <Fragment key={index}>{renderInline(inline)}</Fragment>);
}

function renderInline(inline: Inline): ReactNode {
  switch (inline.type) {
    case "text":
      return <Words text={inline.text} />;
    case "code":
      return (
        <code className="bg-sunken rounded-xs px-1 font-mono text-[.92em]">
          <FilledText text={inline.text} />
        </code>
      );
    case "strong":
      return (
        <strong>
          <Inlines of={inline.children} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      );
    case "deleted":
      return (
        <s>
          <Inlines of={inline.children} />
        </s>
      );
    case "link":
      return inline.safe ? (
        <a className="text-act underline" href={inline.href} target="_blank" rel="noreferrer">
          <WordsContext value={asTheyAre}>
            <Inlines of={inline.children} />
          </WordsContext>
        </a>
      ) : (
        <Inlines of={inline.children} />
      );
    case "image":
      return `[image: ${inline.alt || inline.src}]`;
    case "break":
      return <br />;
  }
}

/** A kept piece of the document: prose, lists, code, tables. */
export function BlockView({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines of={block.inlines} />
        </p>
      );
    case "heading":
      return (
        <p className="font-semibold">
          <Inlines of={block.inlines} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Blocks of={item.blocks} />
        </li>
      ));
      return block.ordered ? (
        <ol start={block.start} className="list-decimal pl-5">
          {items}
        </ol>
      ) : (
        <ul className="list-disc pl-5">{items}</ul>
      );
    }
    case "code":
      return (
        <pre
          className="bg-sunken border-line overflow-x-auto rounded-sm border px-2.5 py-2 font-mono text-xs"
          tabIndex={0}
        >
          {block.text}
        </pre>
      );
    case "table":
      return (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Table">
          <table className="w-full text-left">
            <thead>
              <tr>
                {block.header.map((cell, index) => (
                  <th key={index} scope="col" className="border-line border-b py-1 pr-4 font-semibold">
                    <Inlines of={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.line}>
                  {row.cells.map((cell, index) => (
                    <td key={index} className="border-line border-b py-1 pr-4 align-top">
                      <Inlines of={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case "quote":
      return (
        <blockquote className="border-card border-l-2 pl-3">
          <Blocks of={block.blocks} />
        </blockquote>
      );
    case "footnote":
      return <Blocks of={block.blocks} />;
    case "definition":
      return (
        <p className="meta">
          {block.label}: {block.href}
        </p>
      );
    case "html":
      return <p className="font-mono text-xs whitespace-pre-wrap">{block.text}</p>;
    case "rule":
      return <hr className="border-line" />;
  }
}

export function Blocks({ of }: { of: readonly Block[] }): ReactNode {
  return of.map((block, index) => <BlockView key={index} block={block} />);
}
