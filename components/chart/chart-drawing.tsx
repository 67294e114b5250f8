"use client";

import { useMemo } from "react";
import { cn } from "@/components/ui/cn";
import type { ParsedFlow } from "@/lib/runbooks/parse/types";
import { layOut, type EdgePath, type NodeBox } from "./layout";
import { edgeId, type WayTaken } from "./way-taken";

interface ChartDrawingProps {
  flow: ParsedFlow;
  taken: WayTaken;
  /** A box was chosen: its step is wanted. */
  onNode: (nodeKey: string) => void;
}

/** A flowchart with the way taken drawn solid. For screen readers it is one picture: its steps stand beside it. */
export function ChartDrawing({ flow, taken, onNode }: ChartDrawingProps) {
  const { nodes, edges, width, height } = useMemo(() => layOut(flow), [flow]);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={inWords(flow, taken)}
      className="text-2xs mx-auto block h-auto max-w-full font-medium"
    >
      <Arrowhead id="arrow-gone" className="fill-ink" />
      <Arrowhead id="arrow-open" className="fill-line-strong" />
      {edges.map((edge, index) => (
        <Edge key={index} edge={edge} gone={taken.edges.has(edgeId(edge))} />
      ))}
      {nodes.map((node) => (
        <Node
          key={node.key}
          node={node}
          round={taken.rounds.get(node.key) ?? 0}
          current={taken.current === node.key}
          onChoose={() => onNode(node.key)}
        />
      ))}
    </svg>
  );
}

function Edge({ edge: { points, label, labelAt }, gone }: { edge: EdgePath; gone: boolean }) {
  const d = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  return (
    <g>
      <path
        d={d}
        markerEnd={`url(#arrow-${gone ? "gone" : "open"})`}
        className={cn("fill-none", gone ? "stroke-ink" : "stroke-line-strong")}
        strokeWidth={gone ? 2 : 1}
        strokeLinejoin="round"
      />
      {label && (
        <text
          x={labelAt.x}
          y={labelAt.y + 4}
          textAnchor="middle"
          paintOrder="stroke"
          strokeWidth={4}
          className={cn("stroke-canvas", gone ? "fill-ink font-semibold" : "fill-ink-2")}
        >
          {label}
        </text>
      )}
    </g>
  );
}

interface NodeProps {
  node: NodeBox;
  /** 0: not walked. */
  round: number;
  current: boolean;
  onChoose: () => void;
}

function Node({ node, round, current, onChoose }: NodeProps) {
  const { x, y, width, height, lines, isDecision } = node;
  const look = cn(
    current
      ? "fill-selected stroke-act"
      : round > 0
        ? "fill-sunken stroke-ink-2"
        : "fill-surface stroke-line-strong",
  );
  const top = y + height / 2 - (lines.length - 1) * 7 + 4;
  return (
    <g onClick={onChoose} className="cursor-pointer">
      {isDecision ? (
        <path
          d={`M${x + width / 2} ${y}L${x + width} ${y + height / 2}L${x + width / 2} ${y + height}L${x} ${y + height / 2}z`}
          className={look}
          strokeWidth={current ? 2 : 1}
        />
      ) : (
        <rect {...{ x, y, width, height }} rx={5} className={look} strokeWidth={current ? 2 : 1} />
      )}
      {lines.map((line, index) => (
        <text key={index} x={x + width / 2} y={top + index * 14} textAnchor="middle" className="fill-ink">
          {line}
        </text>
      ))}
      {round > 1 && <Round x={x + width} y={y} round={round} />}
    </g>
  );
}

function Round({ x, y, round }: { x: number; y: number; round: number }) {
  return (
    <>
      <rect x={x - 44} y={y - 9} width={52} height={17} rx={8.5} className="fill-ink" />
      <text x={x - 18} y={y + 3.5} textAnchor="middle" className="fill-on-ink font-semibold">
        round {round}
      </text>
    </>
  );
}

function Arrowhead({ id, className }: { id: string; className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 6 6"
      refX="5"
      refY="3"
      markerWidth="7"
      markerHeight="7"
      orient="auto"
      markerUnits="userSpaceOnUse"
    >
      <path d="M0 0 6 3 0 6z" className={className} />
    </marker>
  );
}

function inWords({ nodes }: ParsedFlow, { rounds, current }: WayTaken): string {
  const text = (key: string) => nodes.find((node) => node.key === key)?.label ?? "";
  const way = [...rounds.keys()].map(text).join(", ");
  const now = current ? ` Now at ${text(current)}, round ${rounds.get(current) ?? 1}.` : "";
  return `Flowchart. Way taken: ${way || "nothing yet"}.${now}`;
}
