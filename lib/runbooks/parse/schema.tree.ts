import { z } from "zod";
import { commandSchema, httpCheckSchema, lineRangeSchema } from "./schema.facts";
import type { Block, Inline } from "./types";

export const inlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.enum(["text", "code"]), text: z.string() }),
    z.object({ type: z.enum(["strong", "emphasis", "deleted"]), children: inlines }),
    z.object({
      type: z.literal("link"),
      href: z.string(),
      title: z.string().nullable(),
      safe: z.boolean(),
      children: inlines,
    }),
    z.object({ type: z.literal("image"), alt: z.string(), src: z.string(), title: z.string().nullable() }),
    z.object({ type: z.literal("break") }),
  ]),
);

const inlines = z.array(inlineSchema);
const lines = lineRangeSchema;

export const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("paragraph"), inlines, lines }),
    z.object({ type: z.literal("heading"), depth: z.number().int(), inlines, lines }),
    z.object({
      type: z.literal("list"),
      ordered: z.boolean(),
      start: z.number().int(),
      items: z.array(z.object({ checked: z.boolean().nullable(), blocks, lines })),
      lines,
    }),
    z.object({
      type: z.literal("code"),
      lang: z.string().nullable(),
      meta: z.string().nullable(),
      text: z.string(),
      commands: z.array(commandSchema),
      http: z.array(httpCheckSchema),
      lines,
    }),
    z.object({
      type: z.literal("table"),
      align: z.array(z.enum(["left", "right", "center"]).nullable()),
      header: z.array(inlines),
      rows: z.array(z.object({ cells: z.array(inlines), line: z.number().int() })),
      lines,
    }),
    z.object({ type: z.literal("quote"), blocks, lines }),
    z.object({ type: z.literal("footnote"), label: z.string(), blocks, lines }),
    z.object({
      type: z.literal("definition"),
      label: z.string(),
      href: z.string(),
      title: z.string().nullable(),
      safe: z.boolean(),
      lines,
    }),
    z.object({ type: z.literal("html"), text: z.string(), lines }),
    z.object({ type: z.literal("rule"), lines }),
  ]),
);

const blocks = z.array(blockSchema);
