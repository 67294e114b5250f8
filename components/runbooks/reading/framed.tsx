import type { ReactNode } from "react";
import { Blocks } from "@/components/checklists/inlines";
import type { Block } from "@/lib/runbooks/parse/types";
import { pieceOfItem, pieceOfNote, type Piece } from "./pieces.rules";

/** What stands around a piece: something to do with it. */
export type Frame = (piece: Piece, content: ReactNode) => ReactNode;

interface KeptBlocksProps {
  of: readonly Block[];
  frame: Frame | undefined;
  /** They stand below a step. */
  inStep?: boolean;
}

/** What is kept as it is; in frames each item of a list stands by itself. */
export function KeptBlocks({ of, frame, inStep = false }: KeptBlocksProps) {
  if (!frame) return <Blocks of={of} />;
  return of.map((block, index) =>
    block.type === "list" ? (
      <Items key={index} {...{ block, frame, inStep }} />
    ) : (
      <div key={index}>{frame(pieceOfNote(block, inStep), <Blocks of={[block]} />)}</div>
    ),
  );
}

interface ItemsProps {
  block: Extract<Block, { type: "list" }>;
  frame: Frame;
  inStep: boolean;
}

function Items({ block, frame, inStep }: ItemsProps) {
  return block.items.map((item, index) => {
    const own = item.blocks.filter(({ type }) => type !== "list");
    const alone = { ...block, start: block.start + index, items: [{ ...item, blocks: own }] };
    return (
      <div key={item.lines.start}>
        {frame(pieceOfItem(item, inStep), <Blocks of={[alone]} />)}
        <div className="ml-5 empty:hidden">
          <KeptBlocks of={item.blocks.filter(({ type }) => type === "list")} {...{ frame, inStep }} />
        </div>
      </div>
    );
  });
}
